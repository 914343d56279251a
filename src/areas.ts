import { grantsOfCosts } from './aid/grant/claim-store.ts';
import { grantVerbs } from './aid/grant/commands.ts';
import { inKindVerbs } from './aid/in-kind/commands.ts';
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
import { hospitalVerbs } from './mutual-aid/hospital/commands.ts';
import { settlePerson } from './mutual-aid/settlement.ts';
import { specialReliefVerbs } from './mutual-aid/special-relief/commands.ts';
import { askUnit } from './organisation/ask.ts';
import { unitVerbs } from './organisation/commands.ts';
import { operatorVerbs } from './organisation/operator/commands.ts';
import { postVerbs } from './organisation/post/commands.ts';
import { pairingVerbs } from './pairing/commands.ts';
import { officialVerbs } from './pairing/official/commands.ts';
import { visitVerbs } from './pairing/visit/commands.ts';
import { askPerson } from './people/ask.ts';
import { personVerbs } from './people/commands.ts';
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
import { requestVerbs } from './requests/commands.ts';
import { riseOverdue } from './requests/rise.ts';

export { runSession } from './surroundings.ts';

const hardshipRules: HardshipRulesOn = async (query, day) => (await rulesOn(query, day)).hardship;

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
  operator: operatorVerbs(async (query, day) => (await rulesOn(query, day)).roles),
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

/**
 * How an argument that was not typed is asked for at a terminal, by its name: for what can be searched or chosen.
 * Undefined is answered where there is nothing to choose from.
 */
export const askFor: Readonly<Record<string, (session: Session) => Promise<string | undefined>>> = {
  'employee-no': async (session) => (await askPerson(session)).employee_no,
  batch: askBatch,
  claim: askClaim,
  fund: askFund,
  unit: askUnit,
};

/** The nouns and their verbs. */
export type Areas = typeof areas;
