import { z } from 'zod';
import { type Said, say } from '../core/language.ts';
import { type Fen, formatYuan } from '../core/money.ts';
import { formatRate } from '../core/rate.ts';
import { aidParts, checkAid, knownFunds } from './check-aid.ts';
import { type Finding, type Path, unknownName } from './faults.ts';
import { date, rate, yuan } from './forms.ts';
import { specialReliefBenefit } from './funds.ts';
import { part, texts } from './readable.ts';
import { words } from './words.ts';

const thresholds = z
  .array(part({ over: yuan.nullable().catch(null), rate: rate.nullable().catch(null) }))
  .optional()
  .catch([]);

const benefitPart = part({
  fund: z.string().catch(''),
  formula: z.string().catch(''),
  per: z.string().catch(''),
  receipts: texts,
  bands: thresholds,
  steps: thresholds,
  continuity: part({ at_most: rate.nullable().catch(null) })
    .optional()
    .catch(undefined),
  within: part({ together_with: texts }),
});

const versionPart = part({
  in_force_from: date.nullable().catch(null),
  receipts: z.record(z.string(), z.unknown()).optional().catch(undefined),
  benefits: z.record(z.string(), benefitPart).catch({}),
  ...aidParts,
});

/**
 * What of a policy file can be read, however wrong the rest may be: so that one mistyped amount does not
 * keep the other faults from being told.
 */
const readablePart = part({
  versions: z.array(versionPart).catch([]),
  examples: z
    .array(
      part({
        given: part({ claims: z.array(part({ type: z.string().catch('') })).catch([]) }),
        expect: z.record(z.string(), z.unknown()).catch({}),
      }),
    )
    .catch([]),
});

type Benefit = z.infer<typeof benefitPart>;
type Version = z.infer<typeof versionPart>;
type Readable = z.infer<typeof readablePart>;

/**
 * What must hold between the values of a policy file (SPEC 6): order, and names that are used elsewhere.
 * @param file the file's own texts, read or not by the schema
 */
export function checkPolicy(file: unknown): readonly Finding[] {
  const readable = readablePart.parse(file);
  return [
    ...readable.versions.flatMap((version, at) => checkVersion(version, at, readable)),
    ...checkExamples(readable),
  ];
}

function checkVersion(version: Version, at: number, { versions }: Readable): readonly Finding[] {
  const path: Path = ['versions', at];
  const begins = version.in_force_from;
  const before = versions[at - 1]?.in_force_from;
  const findings: Finding[] = [];
  const dated = (said: Said) => findings.push({ path: [...path, 'in_force_from'], said });
  if (begins && !begins.endsWith('-01-01')) dated(say(words.versionMidYear, { date: begins }));
  if (begins && before && begins <= before) {
    dated(say(words.versionsOrder, { date: begins, before }));
  }
  for (const [name, benefit] of Object.entries(version.benefits)) {
    const ofBenefit: Path = [...path, 'benefits', name];
    if (name === specialReliefBenefit) {
      findings.push({ path: ofBenefit, said: say(words.benefitReserved, { name }) });
    }
    findings.push(
      ...checkFund(benefit, ofBenefit, version),
      ...checkFormula(benefit, ofBenefit),
      ...checkContinuity(benefit, ofBenefit),
      ...checkReceipts(benefit, ofBenefit, version),
      ...checkWithin(name, ofBenefit, version),
    );
  }
  return [...findings, ...checkAid(version, path)];
}

function checkFund({ fund }: Benefit, path: Path, version: Version): readonly Finding[] {
  const known = knownFunds(version);
  if (fund === '' || known.includes(fund)) return [];
  return [{ path: [...path, 'fund'], said: unknownName(words.fund, fund, known) }];
}

function checkFormula(benefit: Benefit, path: Path): readonly Finding[] {
  const { formula } = benefit;
  if (formula !== 'bands' && formula !== 'steps') return [];
  const other = formula === 'bands' ? 'steps' : 'bands';
  const findings: Finding[] = [];
  if (!benefit[formula]) findings.push({ path, said: say(words.formulaMissing, { formula }) });
  if (benefit[other]) {
    findings.push({ path: [...path, other], said: say(words.formulaOther, { formula, other }) });
  }
  return [
    ...findings,
    ...checkAscending(benefit.bands ?? [], [...path, 'bands']),
    ...checkAscending(benefit.steps ?? [], [...path, 'steps']),
  ];
}

function checkAscending(parts: readonly { over: Fen | null }[], path: Path): readonly Finding[] {
  return parts.flatMap(({ over }, at) => {
    const before = parts[at - 1]?.over ?? null;
    if (over === null || before === null || over > before) return [];
    const said =
      over === before
        ? say(words.overTwice, { over: formatYuan(over) })
        : say(words.overDescending, { over: formatYuan(over), before: formatYuan(before) });
    return [{ path: [...path, at, 'over'], said }];
  });
}

function checkContinuity(benefit: Benefit, path: Path): readonly Finding[] {
  if (!benefit.continuity) return [];
  if (benefit.formula === 'steps') {
    return [{ path: [...path, 'continuity'], said: say(words.continuityWithSteps) }];
  }
  const most = benefit.continuity.at_most;
  const highest = Math.max(...(benefit.bands ?? []).map((band) => band.rate ?? 0));
  if (most === null || most >= highest) return [];
  const said = say(words.continuityBelowRate, {
    most: formatRate(most),
    rate: formatRate(highest),
  });
  return [{ path: [...path, 'continuity', 'at_most'], said }];
}

function checkReceipts(benefit: Benefit, path: Path, version: Version): readonly Finding[] {
  if (!version.receipts) return [];
  const known = Object.keys(version.receipts);
  return benefit.receipts.flatMap((type, at) =>
    known.includes(type)
      ? []
      : [{ path: [...path, 'receipts', at], said: unknownName(words.receipt, type, known) }],
  );
}

function checkWithin(name: string, path: Path, { benefits }: Version): readonly Finding[] {
  const together = benefits[name]?.within.together_with ?? [];
  const others = Object.keys(benefits).filter((other) => other !== name);
  const per = benefits[name]?.per ?? '';
  return together.flatMap((other, at): readonly Finding[] => {
    const here: Path = [...path, 'within', 'together_with', at];
    if (other === name) return [{ path: here, said: say(words.withinItself, { name }) }];
    if (!others.includes(other)) {
      return [{ path: here, said: unknownName(words.benefit, other, others) }];
    }
    const findings: Finding[] = [];
    const otherPer = benefits[other]?.per ?? '';
    if (otherPer !== per) {
      findings.push({
        path: here,
        said: say(words.withinOtherPer, { name, per, other, otherPer }),
      });
    }
    if (leadsTo(name, other, benefits)) {
      findings.push({ path: here, said: say(words.withinCycle, { name, other }) });
    }
    return findings;
  });
}

/** True where `from` is reduced, directly or through others, by what `name` pays. */
function leadsTo(name: string, from: string, benefits: Version['benefits']): boolean {
  const seen = new Set([from]);
  for (const at of seen) {
    for (const next of benefits[at]?.within.together_with ?? []) seen.add(next);
  }
  return seen.has(name);
}

function checkExamples({ versions, examples }: Readable): readonly Finding[] {
  const types = [...new Set(versions.flatMap(({ receipts }) => Object.keys(receipts ?? {})))];
  const names = [...new Set(versions.flatMap(({ benefits }) => Object.keys(benefits)))];
  return examples.flatMap(({ given, expect }, at) => [
    ...given.claims.flatMap(({ type }, claim): readonly Finding[] => {
      if (type === '' || types.length === 0 || types.includes(type)) return [];
      const path = ['examples', at, 'given', 'claims', claim, 'type'];
      return [{ path, said: unknownName(words.receipt, type, types) }];
    }),
    ...Object.keys(expect).flatMap((name): readonly Finding[] => {
      if (names.length === 0 || names.includes(name)) return [];
      return [
        { path: ['examples', at, 'expect', name], said: unknownName(words.benefit, name, names) },
      ];
    }),
  ]);
}
