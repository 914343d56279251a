import { auditVerbs } from './audit/commands.ts';
import { titleOf } from './core/field.ts';
import type { Verb } from './core/verb.ts';
import { demoVerb } from './demo.ts';
import type { Session } from './io/session.ts';
import { fundVerbs } from './ledger/fund/commands.ts';
import { ledgerVerbs } from './ledger/journal/commands.ts';
import { checkBatchContents } from './mutual-aid/batch/audit.ts';
import { batchVerbs, settleVerbs } from './mutual-aid/batch/commands.ts';
import { receiptTypes } from './mutual-aid/claim/claim.ts';
import { claimVerbs } from './mutual-aid/claim/commands.ts';
import { enrolmentVerbs } from './mutual-aid/enrolment/commands.ts';
import { explainVerbs } from './mutual-aid/explain/commands.ts';
import { hospitalVerbs } from './mutual-aid/hospital/commands.ts';
import { settlePerson } from './mutual-aid/settlement.ts';
import { specialReliefVerbs } from './mutual-aid/special-relief/commands.ts';
import { unitVerbs } from './organisation/commands.ts';
import { operatorVerbs } from './organisation/operator/commands.ts';
import { postVerbs } from './organisation/post/commands.ts';
import { pairingVerbs } from './pairing/commands.ts';
import { officialVerbs } from './pairing/official/commands.ts';
import { visitVerbs } from './pairing/visit/commands.ts';
import { personVerbs } from './people/commands.ts';
import { recognitionVerbs } from './people/recognition/commands.ts';
import { initVerb, policyVerbs } from './policy/commands.ts';
import { rulesOn } from './policy/store.ts';
import { requestVerbs } from './requests/commands.ts';

export { runSession } from './surroundings.ts';

/**
 * The verbs of each noun: the program's one list of areas. What an area needs of one below it is handed in
 * here: the policy area proves its examples with the settlement and names the receipts, the audit asks the batches for
 * their check, the operators get their roles from the policy.
 */
export const areas = {
  init: [initVerb(settlePerson)],
  demo: [demoVerb],
  unit: unitVerbs,
  post: postVerbs,
  operator: operatorVerbs(async (query, day) => (await rulesOn(query, day)).roles),
  person: personVerbs,
  recognition: recognitionVerbs,
  enrolment: enrolmentVerbs,
  hospital: hospitalVerbs,
  claim: claimVerbs,
  'special-relief': specialReliefVerbs,
  settle: settleVerbs,
  batch: batchVerbs,
  explain: explainVerbs,
  official: officialVerbs,
  pairing: pairingVerbs,
  visit: visitVerbs,
  request: requestVerbs,
  fund: fundVerbs,
  ledger: ledgerVerbs,
  policy: policyVerbs(settlePerson, (type) => titleOf(receiptTypes, type)),
  audit: auditVerbs([checkBatchContents]),
} as const satisfies Record<string, readonly Verb<Session>[]>;

/** The nouns and their verbs. */
export type Areas = typeof areas;
