import { Failure, Fault, mustBe } from '../../../core/failure.ts';
import { type Choice, parseChoice } from '../../../core/field.ts';
import { say } from '../../../core/language.ts';
import { verb } from '../../../core/verb.ts';
import { textOption } from '../../../io/listing.ts';
import type { Session } from '../../../io/session.ts';
import { allUnits, findUnit } from '../../../organisation/store.ts';
import { findPersonSeen } from '../../../people/seen.ts';
import { printBankList } from '../../bank/list.ts';
import { isSettled } from '../batch.ts';
import { findBatch } from '../store.ts';
import { words as batchWords } from '../words.ts';
import { words } from './words.ts';
import { writeAnnouncement } from './write-announcement.ts';
import { writeSlips } from './write-slips.ts';
import { writeVouchers } from './write-vouchers.ts';
import type { PrintedBatch } from './written.ts';

type Kind = 'announcement' | 'bank' | 'voucher' | 'slips';

const kinds: readonly Choice<Kind>[] = [
  { code: 'announcement', title: words.kindAnnouncement },
  { code: 'bank', title: words.kindBank, also: ['付款清单'] },
  { code: 'voucher', title: words.kindVoucher, also: ['vouchers', '凭证'] },
  { code: 'slips', title: words.kindSlips, also: ['slip', '计算单'] },
];
const parseKind = parseChoice(words.kind, kinds);

/** Which kinds each option goes with. */
const goesWith = { unit: ['announcement', 'slips'], person: ['slips'] } as const;

interface Asked {
  readonly to: string | undefined;
  readonly unit: string | undefined;
  readonly person: string | undefined;
}

/** `relief batch print`: what of a batch goes onto paper or to the bank (SPEC 11). */
export const printVerb = verb({
  name: 'print',
  summary: words.printSummary,
  arguments: [
    { name: 'batch', about: batchWords.batchArgument },
    { name: 'kind', about: words.kindArgument },
  ],
  options: {
    to: textOption(words.toOption, 'FOLDER'),
    unit: textOption(words.unitOption, 'CODE'),
    person: textOption(words.personOption, 'NO'),
  },
  examples: [
    'relief batch print 2026Q3-1 announcement --to 2026Q3',
    'relief batch print 2026Q3-1 slips --unit M101',
    'relief batch print 2026Q3-1 slips --person 011045 --lang zh',
  ],
  async run(session: Session, [name = '', text = ''], options) {
    const kind = parseKind(text);
    if (kind instanceof Fault) throw new Failure('usage', kind.said);
    refuseOptions(kind, options);
    const { query } = await session.database();
    const batch = await findBatch(query, name);
    refuseStatus(kind, batch);
    const files = await print(session, batch, kind, options);
    if (files.length === 0) {
      throw new Failure('refused', say(words.nothingToPrint, { batch: batch.name }));
    }
    const good = say(words.printed, { files });
    const json = { batch: batch.name, kind, files };
    await session.terminal.print({ blocks: [{ good }], json });
  },
});

async function print(
  session: Session,
  batch: PrintedBatch,
  kind: Kind,
  { to = '.', unit: code, person: no }: Asked,
): Promise<readonly string[]> {
  const { query } = await session.database();
  const unit = code === undefined ? undefined : mustBe(findUnit(await allUnits(query), code));
  switch (kind) {
    case 'announcement':
      return writeAnnouncement(session, batch, to, { unit });
    case 'bank':
      return printBankList(session, batch, to);
    case 'voucher':
      return writeVouchers(session, batch, to);
    case 'slips': {
      const person = no === undefined ? undefined : await findPersonSeen(session, no);
      return writeSlips(session, batch, to, { unit, person });
    }
  }
}

function refuseOptions(kind: Kind, options: Asked): void {
  if (options.unit !== undefined && options.person !== undefined) {
    throw new Failure('usage', say(words.oneOfBoth));
  }
  for (const [option, allowed] of Object.entries(goesWith)) {
    if (options[option as keyof typeof goesWith] === undefined) continue;
    if ((allowed as readonly Kind[]).includes(kind)) continue;
    const facts = { option: `--${option}`, kind, kinds: allowed };
    throw new Failure('usage', say(words.notWithKind, facts));
  }
}

/** What is paid or booked must be approved; a void batch is on no paper. */
function refuseStatus(kind: Kind, { name, status }: { name: string; status: string }): void {
  if (status === 'void') throw new Failure('refused', say(words.isVoid, { batch: name }));
  if (!isSettled({ status }) && (kind === 'bank' || kind === 'voucher')) {
    throw new Failure('refused', say(words.notApproved, { batch: name }));
  }
}
