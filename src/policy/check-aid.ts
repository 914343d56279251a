import { z } from 'zod';
import { say } from '../core/language.ts';
import { formatYuan } from '../core/money.ts';
import { headRelation } from '../people/hardship/rules.ts';
import { categories } from '../people/person.ts';
import { words } from './aid-words.ts';
import { type Finding, type Path, unknownName } from './faults.ts';
import { yuan } from './forms.ts';
import { standardFunds } from './funds.ts';
import { part, texts } from './readable.ts';
import { words as policyWords } from './words.ts';

/** What somebody may type for a choice, besides its code. */
const nameParts = {
  title: z
    .union([
      z.string().transform((both) => [both]),
      part({ en: z.string().catch(''), zh: z.string().catch('') }).transform(({ en, zh }) => [
        en,
        zh,
      ]),
    ])
    .catch([]),
  also: texts,
};
const choices = z.record(z.string(), part(nameParts)).catch({});
type Names = Readonly<
  Record<string, { readonly title: readonly string[]; readonly also: readonly string[] }>
>;

/** What of a version's rules beyond the settlement can be read, however wrong the rest may be. */
export const aidParts = {
  funds: z
    .record(
      z.string(),
      part({
        ...nameParts,
        way: z.string().catch(''),
        beneficiary: z.string().catch(''),
        instalments: z.unknown().optional(),
        overdue_days: z.unknown().optional(),
        stages: texts,
        same_cost_as: texts,
        not_for: z.record(z.string(), z.unknown()).catch({}),
      }),
    )
    .catch({}),
  hardship: part({
    classes: z
      .record(z.string(), part({ ...nameParts, income_per_head: yuan.nullable().catch(null) }))
      .catch({}),
    causes: choices,
    relations: choices,
    stages: choices,
  }),
  in_kind: z
    .record(z.string(), part({ ...nameParts, classes: texts, relations: texts, degrees: choices }))
    .catch({}),
  pairing: part({ ranks: choices }),
  requests: part({ kinds: choices }),
  roles: choices,
};

const aidPart = part(aidParts);
type Aid = z.infer<typeof aidPart>;

/** The funds there are in a version: the ten, and those it declares. */
export function knownFunds({ funds }: Pick<Aid, 'funds'>): readonly string[] {
  return [...new Set([...standardFunds.map(({ code }) => code), ...Object.keys(funds)])];
}

/** What must hold between the values of a version's rules beyond the settlement: order, names used elsewhere. */
export function checkAid(aid: Aid, path: Path): readonly Finding[] {
  const { funds, hardship, in_kind } = aid;
  const among =
    (what: Parameters<typeof unknownName>[0], known: readonly string[]) =>
    (names: readonly string[], here: Path): readonly Finding[] =>
      names.flatMap((name, at) =>
        known.includes(name) ? [] : [{ path: [...here, at], said: unknownName(what, name, known) }],
      );
  const stages = among(words.stage, Object.keys(hardship.stages));
  const relations = among(words.relation, Object.keys(hardship.relations));
  const classes = among(words.hardshipClass, Object.keys(hardship.classes));
  const fundNames = among(policyWords.fund, knownFunds(aid));
  return [
    ...Object.entries(funds).flatMap(([name, fund]): readonly Finding[] => {
      const here: Path = [...path, 'funds', name];
      return [
        ...stages(fund.stages, [...here, 'stages']),
        ...fundNames(fund.same_cost_as, [...here, 'same_cost_as']),
        ...checkNotFor(Object.keys(fund.not_for), [...here, 'not_for']),
        ...checkWay(fund, here),
      ];
    }),
    ...Object.entries(in_kind).flatMap(([name, kind]) => [
      ...classes(kind.classes, [...path, 'in_kind', name, 'classes']),
      ...relations(kind.relations, [...path, 'in_kind', name, 'relations']),
    ]),
    ...checkClasses(hardship.classes, [...path, 'hardship', 'classes']),
    ...checkNames(aid, path),
    ...checkRelations(Object.keys(hardship.relations), [...path, 'hardship', 'relations']),
  ];
}

/** A loan is repaid by instalments, and only a loan; only a student is at a stage of school. */
function checkWay(
  { way, beneficiary, instalments, overdue_days, stages }: Aid['funds'][string],
  path: Path,
): readonly Finding[] {
  if (way === 'loan' && instalments === undefined)
    return [{ path, said: say(words.loanWithoutInstalments) }];
  const findings: Finding[] = [];
  for (const [key, given] of Object.entries({ instalments, overdue_days })) {
    if (way === '' || way === 'loan' || given === undefined) continue;
    findings.push({ path: [...path, key], said: say(words.onlyOfLoans, { key }) });
  }
  if (['', 'applicant'].includes(beneficiary) && stages.length > 0)
    findings.push({ path: [...path, 'stages'], said: say(words.onlyOfStudents) });
  return findings;
}

/** Each name that can be typed means one thing. */
function checkNames(aid: Aid, path: Path): readonly Finding[] {
  const { funds, hardship, in_kind, pairing, requests, roles } = aid;
  const lists: readonly (readonly [Path, Names])[] = [
    [['funds'], funds],
    [['hardship', 'classes'], hardship.classes],
    [['hardship', 'causes'], hardship.causes],
    [['hardship', 'relations'], hardship.relations],
    [['hardship', 'stages'], hardship.stages],
    [['in_kind'], in_kind],
    ...Object.entries(in_kind).map(
      ([kind, { degrees }]) => [['in_kind', kind, 'degrees'], degrees] as const,
    ),
    [['pairing', 'ranks'], pairing.ranks],
    [['requests', 'kinds'], requests.kinds],
    [['roles'], roles],
  ];
  return lists.flatMap(([below, names]) => checkAlike(names, [...path, ...below]));
}

function checkAlike(choices: Names, path: Path): readonly Finding[] {
  const codes = new Map<string, string>();
  return Object.entries(choices).flatMap(([code, { title, also }]) =>
    [...new Set([code, ...title, ...also])].flatMap((name): readonly Finding[] => {
      const plain = name.trim().toLowerCase();
      const other = codes.get(plain) ?? code;
      codes.set(plain, other);
      if (plain === '' || other === code) return [];
      return [{ path: [...path, code], said: say(words.namedTwice, { code, name, other }) }];
    }),
  );
}

function checkNotFor(names: readonly string[], path: Path): readonly Finding[] {
  const known = categories.map(({ code }): string => code);
  return names.flatMap((name) =>
    known.includes(name)
      ? []
      : [{ path: [...path, name], said: unknownName(words.category, name, known) }],
  );
}

/** The head of a household is a member of it too, by a relation of its own. */
function checkRelations(names: readonly string[], path: Path): readonly Finding[] {
  if (names.length === 0 || names.includes(headRelation)) return [];
  return [{ path, said: say(words.relationsWithoutHead, { name: headRelation }) }];
}

/** Classes stand from the deepest on: the first whose limit is not passed is proposed. */
function checkClasses(classes: Aid['hardship']['classes'], path: Path): readonly Finding[] {
  let before = -1;
  return Object.entries(classes).flatMap(([name, { income_per_head: limit }]) => {
    if (limit === null) return [];
    const last = before;
    before = Math.max(before, limit);
    if (limit > last) return [];
    const facts = { name, limit: formatYuan(limit), before: formatYuan(last) };
    return [{ path: [...path, name, 'income_per_head'], said: say(words.classesOrder, facts) }];
  });
}
