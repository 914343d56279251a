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

/** What of a version's rules beyond the settlement can be read, however wrong the rest may be. */
export const aidParts = {
  funds: z
    .record(
      z.string(),
      part({
        way: z.string().catch(''),
        beneficiary: z.string().catch(''),
        instalments: z.unknown(),
        stages: texts,
        same_cost_as: texts,
        not_for: z.record(z.string(), z.unknown()).catch({}),
      }),
    )
    .catch({}),
  hardship: part({
    classes: z.record(z.string(), part({ income_per_head: yuan.nullable().catch(null) })).catch({}),
    relations: z.record(z.string(), z.unknown()).catch({}),
    stages: z.record(z.string(), z.unknown()).catch({}),
  }),
  in_kind: z.record(z.string(), part({ classes: texts })).catch({}),
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
  const classes = among(words.hardshipClass, Object.keys(hardship.classes));
  const fundNames = among(policyWords.fund, knownFunds(aid));
  return [
    ...Object.entries(funds).flatMap(([name, fund]): readonly Finding[] => {
      const here: Path = [...path, 'funds', name];
      return [
        ...stages(fund.stages, [...here, 'stages']),
        ...fundNames(fund.same_cost_as, [...here, 'same_cost_as']),
        ...checkNotFor(Object.keys(fund.not_for), [...here, 'not_for']),
        ...(fund.way === 'loan' && fund.instalments === undefined
          ? [{ path: here, said: say(words.loanWithoutInstalments) }]
          : []),
      ];
    }),
    ...Object.entries(in_kind).flatMap(([name, kind]) =>
      classes(kind.classes, [...path, 'in_kind', name, 'classes']),
    ),
    ...checkClasses(hardship.classes, [...path, 'hardship', 'classes']),
    ...checkRelations(Object.keys(hardship.relations), [...path, 'hardship', 'relations']),
  ];
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
