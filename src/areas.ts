import { askGrant } from './aid/grant/ask.ts';
import { grantsOfCosts } from './aid/grant/claim-store.ts';
import { grantVerbs } from './aid/grant/commands.ts';
import { askBenefit } from './aid/in-kind/ask.ts';
import { inKindVerbs } from './aid/in-kind/commands.ts';
import { askLoan } from './aid/loan/ask.ts';
import { loanVerbs } from './aid/loan/commands.ts';
import { auditVerbs } from './audit/commands.ts';
import { titleOf } from './core/field.ts';
import type { Verb } from './core/verb.ts';
import { demoVerb } from './demo.ts';
import type { Session } from './io/session.ts';
import { askFund } from './ledger/fund/ask.ts';
import { fundVerbs } from './ledger/fund/commands.ts';
import { ledgerVerbs } from './ledger/journal/commands.ts';
import { askBatch } from './mutual-aid/batch/ask.ts';
import { checkBatchContents } from './mutual-aid/batch/audit.ts';
import { batchVerbs, settleVerbs } from './mutual-aid/batch/commands.ts';
import { askClaim } from './mutual-aid/claim/ask.ts';
import { receiptTypes } from './mutual-aid/claim/claim.ts';
import { claimVerbs } from './mutual-aid/claim/commands.ts';
import { enrolmentVerbs } from './mutual-aid/enrolment/commands.ts';
import { explainVerbs } from './mutual-aid/explain/commands.ts';
import { askHospital } from './mutual-aid/hospital/ask.ts';
import { hospitalVerbs } from './mutual-aid/hospital/commands.ts';
import { settlePerson } from './mutual-aid/settlement.ts';
import { askSpecialRelief } from './mutual-aid/special-relief/ask.ts';
import { specialReliefVerbs } from './mutual-aid/special-relief/commands.ts';
import { askUnit } from './organisation/ask.ts';
import { unitVerbs } from './organisation/commands.ts';
import { askOperator } from './organisation/operator/ask.ts';
import { operatorVerbs } from './organisation/operator/commands.ts';
import type { RolesOn } from './organisation/operator/operator.ts';
import { postVerbs } from './organisation/post/commands.ts';
import { pairingVerbs } from './pairing/commands.ts';
import { askOfficialName } from './pairing/official/ask.ts';
import { officialVerbs } from './pairing/official/commands.ts';
import { visitVerbs } from './pairing/visit/commands.ts';
import { askPerson } from './people/ask.ts';
import { personVerbs } from './people/commands.ts';
import { askFile, askMemberOf } from './people/hardship/ask-file.ts';
import { hardshipVerbs } from './people/hardship/commands.ts';
import { familyVerbs } from './people/hardship/family/commands.ts';
import type { HardshipRulesOn } from './people/hardship/rules.ts';
import { recognitionVerbs } from './people/recognition/commands.ts';
import { initVerb, policyVerbs } from './policy/commands.ts';
import { rulesOn } from './policy/store.ts';
import { dailyVerb } from './reports/daily/commands.ts';
import { aidVerbs } from './reports/find/commands.ts';
import { reportVerbs } from './reports/help/commands.ts';
import { historyVerb } from './reports/history/commands.ts';
import { askRequest } from './requests/ask.ts';
import { requestVerbs } from './requests/commands.ts';
import { riseOverdue } from './requests/rise.ts';

export { runSession } from './surroundings.ts';

const hardshipRules: HardshipRulesOn = async (query, day) => (await rulesOn(query, day)).hardship;

const roles: RolesOn = async (query, day) => (await rulesOn(query, day)).roles;

/**
 * The verbs of each noun: the program's one list of areas. What an area needs of one below it is handed in
 * here: the policy area proves its examples with the settlement and names the receipts, the audit asks the batches for
 * their check, the operators get their roles from the policy, claims are compared with what grants have paid.
 */
export const areas = {
  init: [initVerb(settlePerson)],
  demo: [demoVerb],
  unit: unitVerbs,
  post: postVerbs,
  operator: operatorVerbs(roles),
  person: [...personVerbs, historyVerb],
  recognition: recognitionVerbs,
  hardship: hardshipVerbs(hardshipRules),
  family: familyVerbs(hardshipRules),
  enrolment: enrolmentVerbs,
  hospital: hospitalVerbs,
  claim: claimVerbs(grantsOfCosts),
  'special-relief': specialReliefVerbs,
  grant: grantVerbs,
  settle: settleVerbs,
  batch: batchVerbs,
  explain: explainVerbs,
  official: officialVerbs,
  pairing: pairingVerbs,
  visit: visitVerbs,
  request: requestVerbs,
  loan: loanVerbs,
  'in-kind': inKindVerbs,
  fund: fundVerbs,
  ledger: ledgerVerbs,
  aid: aidVerbs,
  daily: [dailyVerb(riseOverdue)],
  report: reportVerbs,
  policy: policyVerbs(settlePerson, (type) => titleOf(receiptTypes, type)),
  audit: auditVerbs([checkBatchContents]),
} as const satisfies Record<string, readonly Verb<Session>[]>;

/** Asks for an argument of a verb. Undefined is answered where there is nothing to choose from. */
type Question = (session: Session, verb: string) => Promise<string | undefined>;

const askFileOf: Question = async (session, verb) => (await askFile(session, verb))?.employee_no;

/**
 * How an argument that was not typed is asked for at a terminal, for what can be searched or chosen: by its name, or by
 * its noun and its name where that noun means something else by it. Only what the verb can be used with is offered.
 */
export const askFor: Readonly<Record<string, Question>> = {
  'employee-no': async (session) => (await askPerson(session)).employee_no,
  batch: askBatch,
  claim: askClaim,
  fund: askFund,
  unit: (session) => askUnit(session),
  'hardship employee-no': askFileOf,
  'family employee-no': askFileOf,
  'family number': (session, verb) => askMemberOf(session, verb, hardshipRules),
  'operator name': (session) => askOperator(session, roles),
  'hospital name': async (session) => (await askHospital(session)).name,
  'special-relief number': askSpecialRelief,
  'grant number': askGrant,
  'official name': askOfficialName,
  'request number': askRequest,
  'loan number': askLoan,
  'in-kind number': askBenefit,
};

/** The nouns and their verbs. */
export type Areas = typeof areas;
