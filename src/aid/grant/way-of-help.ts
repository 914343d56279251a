import { type Said, say } from '../../core/language.ts';
import { specialRelief } from '../../mutual-aid/special-relief/account.ts';
import type { Fund } from '../../policy/aid.ts';
import type { PolicyVersion } from '../../policy/policy.ts';
import { words } from './words.ts';

/** How a fund helps that is not granted by application; undefined for one that is (SPEC 12). */
export function howHelped(
  { code, title: fund, way }: Fund,
  rules: PolicyVersion,
): Said | undefined {
  if (way === 'grant' || way === 'loan') return undefined;
  if (way === 'none') return say(words.notInPolicy, { fund });
  const byCase = code === specialRelief.fund && rules.benefits.some((one) => one.fund === code);
  return say(words.notByGrant, { fund, how: byCase ? words.byReceiptsOrCase : words.byReceipts });
}
