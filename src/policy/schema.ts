import { z } from 'zod';
import { Fault } from '../core/failure.ts';
import { say } from '../core/language.ts';
import { type Fen, parseYuan } from '../core/money.ts';
import { aidForms } from './aid-schema.ts';
import { exampleForm } from './example-schema.ts';
import {
  code,
  count,
  countFromOne,
  date,
  group,
  oneOf,
  phrase,
  rate,
  textThat,
  yuan,
} from './forms.ts';
import { words } from './words.ts';

const base = oneOf(words.base, ['pool_self_pay', 'pool_paid']);
const cited = { source: phrase.optional(), assumption: phrase.optional() };

const benefitForm = group({
  title: phrase.optional(),
  fund: code,
  formula: oneOf(words.formula, ['bands', 'steps']),
  base,
  receipts: z.union([
    textThat((text) =>
      text.trim() === 'all' ? ('all' as const) : new Fault(say(words.receiptsMalformed, { text })),
    ),
    z.array(code).min(1),
  ]),
  per: oneOf(words.period, ['year', 'quarter', 'receipt']),
  needs: z.array(code).optional(),
  bands: z
    .array(group({ over: yuan, rate }))
    .min(1)
    .optional(),
  steps: z
    .array(group({ over: yuan, pay: yuan }))
    .min(1)
    .optional(),
  continuity: group({ every_years: countFromOne, add: rate, at_most: rate }).optional(),
  cap: textThat((text): Fen | null | Fault =>
    text.trim() === 'none' ? null : parseYuan(text),
  ).optional(),
  within: group({ of: base, together_with: z.array(code).min(1) }).optional(),
  ...cited,
});

const versionForm = group({
  in_force_from: date,
  period: oneOf(words.period, ['year']),
  look_back_years: count,
  dues: group({ member: yuan, unit: yuan, group: yuan }),
  announcement: z
    .union([oneOf(words.announcement, ['none']), group({ days: countFromOne })])
    .optional(),
  shortfall: oneOf(words.shortfall, ['refuse', 'allow']).optional(),
  receipts: z.record(code, group({ needs: z.array(code).optional() })),
  benefits: z.record(code, benefitForm),
  ...aidForms,
  basis: group({
    in_force_from: group(cited).optional(),
    period: group(cited).optional(),
    look_back_years: group(cited).optional(),
    dues: group(cited).optional(),
    receipts: group(cited).optional(),
    announcement: group(cited).optional(),
    shortfall: group(cited).optional(),
    rounding: group(cited).optional(),
  }).optional(),
});

/**
 * The form of a policy file (SPEC 6): which keys there are, and how each value is written. What holds
 * between values, such as ascending bands, is checked in check.ts.
 */
export const policyForm = group({
  format: oneOf(words.format, ['relief-policy/1']),
  scheme: code,
  title: phrase,
  versions: z.array(versionForm).min(1),
  examples: z
    .array(exampleForm)
    .refine((examples) => examples.length > 0, { params: { said: say(words.noExamples) } })
    .prefault([]),
});

/** A version as the file has it, each value read. */
export type VersionInFile = z.infer<typeof versionForm>;

/** A benefit as the file has it, each value read. */
export type BenefitInFile = z.infer<typeof benefitForm>;
