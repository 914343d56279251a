import type { Session } from '../../io/session.ts';
import { fundsInForce } from '../../policy/store.ts';
import { words } from './words.ts';

/** Asks for a fund of the policy in force. @returns its code */
export async function askFund(session: Session): Promise<string> {
  const { query } = await session.database();
  const funds = await fundsInForce(query, session.today);
  const options = funds.map(({ code, title }) => ({
    name: `${code}  ${session.terminal.words(title)}`,
    value: code,
  }));
  return session.prompter.choose(words.whichFund, options);
}
