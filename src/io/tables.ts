import type { Generated } from 'kysely';
import type { AidTables } from './tables-of-aid.ts';

/** Every table of the database file. Money is fen, rates are basis points, dates are ISO text. */
export interface Tables extends AidTables {
  unit: UnitTable;
  person: PersonTable;
  recognition: RecognitionTable;
  enrolment: EnrolmentTable;
  hospital: HospitalTable;
  claim: ClaimTable;
  policy: PolicyTable;
  batch: BatchTable;
  batch_step: BatchStepTable;
  batch_block: BatchBlockTable;
  batch_line: BatchLineTable;
  batch_payment: BatchPaymentTable;
  entry: EntryTable;
  posting: PostingTable;
  budget: BudgetTable;
  payment_order: PaymentOrderTable;
  payment_exception: PaymentExceptionTable;
  special_relief: SpecialReliefTable;
  audit: AuditTable;
  sealed: SealedTable;
}

export interface UnitTable {
  id: number;
  code: string;
  name: string;
  level: string;
  parent_id: number | null;
  seal: number;
}

export interface PersonTable {
  id: number;
  employee_no: string;
  name: string;
  id_no: string;
  category: string;
  unit_id: number;
  phone: string | null;
  bank_account: string | null;
  seal: number;
}

export interface RecognitionTable {
  id: number;
  person_id: number;
  kind: string;
  detail: string;
  valid_from: string;
  valid_to: string | null;
  seal: number;
}

/** A row for each person and year (SPEC 3). */
export interface EnrolmentTable {
  person_id: number;
  year: number;
  /** The entry that booked its dues; null where the year came without dues. */
  dues_entry: number | null;
  seal: number;
}

export interface HospitalTable {
  id: number;
  name: string;
  /** 1 where designated. */
  designated: number;
  seal: number;
}

/** `state` is what people said of a claim; that it is settled is worked out from the batches that hold it. */
export interface ClaimTable {
  id: number;
  person_id: number;
  receipt_type: string;
  receipt_no: string;
  service_date: string;
  received_on: string;
  hospital_id: number;
  total_amount: number;
  pool_paid: number;
  pool_self_pay: number;
  own_expense: number | null;
  personal_account_paid: number | null;
  diagnosis: string | null;
  stay_days: number | null;
  state: string;
  state_reason: string | null;
  seal: number;
}

export interface PolicyTable {
  id: number;
  sha256: string;
  /** The policy file as it was read. */
  source: string;
  /** The same, checked and compiled, as JSON. */
  compiled: string;
  put_in_force_at: string;
  seal: number;
}

export interface BatchTable {
  id: number;
  name: string;
  quarter: string;
  number: number;
  status: string;
  policy_id: number;
  claims: number;
  people: number;
  /** SHA-256 over all rows of the batch (see mutual-aid/batch/content). */
  content: string;
  seal: number;
}

export interface BatchStepTable {
  id: number;
  batch_id: number;
  step: string;
  operator: string;
  /** The civil day it was done on: what windows count from. */
  day: string;
  at: string;
  seal: number;
}

/** What a batch took and kept of a block of persons: those whose id divided by 64 is `block` (see mutual-aid/batch/kept). */
export interface BatchBlockTable {
  batch_id: number;
  block: number;
  /** The ids of the claims taken, each between commas: `,12,15,`. */
  taken: string;
  /** The ids of claims settled before that the batch counts no more, likewise. */
  returned: string;
  /** The claims that are not payable, with their reasons, as JSON: `[[12, ["not-enrolled"]], …]`. */
  refused: string;
  /** The facts its lines rest on, as JSON. */
  kept: string;
}

export interface BatchLineTable {
  batch_id: number;
  person_id: number;
  benefit: string;
  period: string;
  fund: string;
  base_before: number;
  base: number;
  rate: number | null;
  target: number;
  settled_before: number;
  due: number;
}

export interface BatchPaymentTable {
  batch_id: number;
  person_id: number;
  fund: string;
  due: number;
  offset: number;
  payable: number;
}

/** An entry of a fund's books (SPEC 10). */
export interface EntryTable {
  id: number;
  fund: string;
  on_date: string;
  /** What kind of thing caused it: `dues`, `deposit`, `batch-paid` … */
  cause: string;
  /** Which one: a batch's name, a file's. */
  key: string;
  memo: string;
  operator: string;
  reverses: number | null;
  seal: number;
}

/** One side of an entry: debits are above zero, credits below; those of an entry add up to zero. */
export interface PostingTable {
  entry_id: number;
  no: number;
  fund: string;
  account: string;
  /** Of a receivable: whose it is. */
  person_id: number | null;
  amount: number;
  seal: number;
}

export interface BudgetTable {
  fund: string;
  year: number;
  amount: number;
  seal: number;
}

/** A bank file of a batch (SPEC 11). */
export interface PaymentOrderTable {
  id: number;
  batch_id: number;
  number: number;
  made_on: string;
  persons: number;
  amount: number;
  /** The day the bank's result was read; null while it is awaited. */
  result_on: string | null;
  seal: number;
}

export interface PaymentExceptionTable {
  order_id: number;
  person_id: number;
  why: 'no-account' | 'failed';
  /** The bank's words; empty where there are none. */
  message: string;
  seal: number;
}

/** A special relief, granted case by case (SPEC 5). What is null has not happened. */
export interface SpecialReliefTable {
  id: number;
  person_id: number;
  situation: 'special-disease' | 'urgent' | 'ongoing';
  amount: number;
  /** What paper proves it. */
  evidence: string;
  pay: 'now' | 'batch';
  granted_on: string;
  granted_by: string;
  approved_on: string | null;
  approved_by: string | null;
  ended: 'refused' | 'revoked' | null;
  ended_on: string | null;
  ended_by: string | null;
  /** Why it was ended. */
  reason: string | null;
  seal: number;
}

export interface AuditTable {
  id: Generated<number>;
  at: string;
  operator: string;
  action: string;
  entity: string;
  key: string;
  detail: string;
  previous: string;
  hash: string;
}

/** How many rows each sealed table has and the sum of their seals: what the audit chain vouches for. */
export interface SealedTable {
  entity: string;
  columns: string;
  rows: number;
  sum: number;
}
