import { aidOf } from './aid-schema.ts';
import { checkPolicy } from './check.ts';
import type { Example } from './examples.ts';
import { findingsOf, type PolicyFault } from './faults.ts';
import { type Benefit, type Policy, type PolicyVersion, usualAnnouncement } from './policy.ts';
import { type BenefitInFile, policyForm, type VersionInFile } from './schema.ts';
import { readYaml } from './yaml-text.ts';

/** A policy file that is sound in itself; whether its examples come out is for `runExamples`. */
export interface ReadPolicy {
  readonly policy: Policy;
  readonly examples: readonly Example[];
}

/**
 * Reads and checks a policy file (SPEC 6).
 * @param source the text of the YAML file
 * @returns the policy, amounts in fen and rates in basis points, with its examples; or every fault, by line
 */
export function readPolicy(source: string): ReadPolicy | readonly PolicyFault[] {
  const yaml = readYaml(source);
  if (!yaml.wellFormed) return yaml.faults;
  const read = policyForm.safeParse(yaml.value);
  const findings = [
    ...findingsOf(read.error?.issues ?? [], yaml.isThere),
    ...checkPolicy(yaml.value),
  ];
  const faults = [
    ...yaml.faults,
    ...findings.map(({ path, said }) => ({ line: yaml.lineOf(path), said })),
  ].sort((a, b) => a.line - b.line);
  if (!read.success || faults.length > 0) return faults;
  const { scheme, title, versions, examples } = read.data;
  return {
    policy: { scheme, title, versions: versions.map(versionOf) },
    examples: examples.map(({ name, given, expect, reasons }, at) => ({
      name,
      line: yaml.lineOf(['examples', at]),
      ...given,
      expect,
      reasons: reasons ?? null,
    })),
  };
}

function versionOf(file: VersionInFile): PolicyVersion {
  const { in_force_from, look_back_years, dues } = file;
  return {
    in_force_from,
    look_back_years,
    dues,
    announcement: announcementOf(file.announcement),
    shortfall: file.shortfall ?? 'refuse',
    receipts: mapValues(file.receipts, ({ needs }) => ({ needs: needs ?? [] })),
    benefits: afterThoseTheyAreWithin(
      Object.entries(file.benefits).map(([name, benefit]) => benefitOf(name, benefit)),
    ),
    ...aidOf(file),
    basis: mapValues(file.basis ?? {}, (cited) => ({
      source: cited?.source ?? null,
      assumption: cited?.assumption ?? null,
    })),
  };
}

/** Where a file does not say, a batch is announced as usual. */
function announcementOf(file: VersionInFile['announcement']): PolicyVersion['announcement'] {
  return file === 'none' ? null : (file ?? usualAnnouncement);
}

function benefitOf(name: string, file: BenefitInFile): Benefit {
  const { fund, formula, base, receipts, per } = file;
  return {
    name,
    title: file.title ?? { en: name, zh: name },
    fund,
    formula,
    base,
    receipts,
    per,
    needs: file.needs ?? [],
    bands: file.bands ?? [],
    steps: file.steps ?? [],
    continuity: file.continuity ?? null,
    cap: file.cap ?? null,
    within: file.within ?? null,
    source: file.source ?? null,
    assumption: file.assumption ?? null,
  };
}

/** The benefits in the file's order, except that each waits for those it is `within`. Needs them free of cycles. */
function afterThoseTheyAreWithin(benefits: readonly Benefit[]): readonly Benefit[] {
  const byName = new Map(benefits.map((benefit) => [benefit.name, benefit]));
  const ordered = new Set<Benefit>();
  const place = (benefit: Benefit) => {
    for (const name of benefit.within?.together_with ?? []) {
      const other = byName.get(name);
      if (other) place(other);
    }
    ordered.add(benefit);
  };
  for (const benefit of benefits) place(benefit);
  return [...ordered];
}

function mapValues<A, B>(record: Readonly<Record<string, A>>, map: (value: A) => B) {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
