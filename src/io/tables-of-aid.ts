/** The tables of posts and operators, hardship files, grants, pairings and requests. */
export interface AidTables {
  relief_post: ReliefPostTable;
  post_member: PostMemberTable;
  operator: OperatorTable;
  household: HouseholdTable;
  household_member: HouseholdMemberTable;
  household_review: HouseholdReviewTable;
  household_recognition: HouseholdRecognitionTable;
  aid_grant: AidGrantTable;
  grant_step: GrantStepTable;
  instalment: InstalmentTable;
  loan_repayment: LoanRepaymentTable;
  write_off: WriteOffTable;
  benefit_in_kind: BenefitInKindTable;
  official: OfficialTable;
  pairing: PairingTable;
  visit: VisitTable;
  request: RequestTable;
  request_step: RequestStepTable;
}

/** The relief post of a unit: centre, station or point (SPEC 2). */
export interface ReliefPostTable {
  id: number;
  unit_id: number;
  premises: string;
  phone: string | null;
  opened_on: string;
  closed_on: string | null;
  seal: number;
}

/** Somebody who works at a relief post. */
export interface PostMemberTable {
  id: number;
  post_id: number;
  name: string;
  duty: string;
  phone: string | null;
  from_on: string;
  to_on: string | null;
  seal: number;
}

/** Who may use the program, where and as what (SPEC 13). */
export interface OperatorTable {
  id: number;
  name: string;
  unit_id: number;
  role: string;
  from_on: string;
  to_on: string | null;
  seal: number;
}

/** A hardship file: one for each household (SPEC 12). What is null has not happened. */
export interface HouseholdTable {
  id: number;
  person_id: number;
  class: string;
  cause: string;
  second_cause: string | null;
  opened_on: string;
  /** When its facts were last looked at: at the opening or at a review. */
  reviewed_on: string;
  closed_on: string | null;
  outcome: 'lifted' | 'relieved' | null;
  seal: number;
}

/** A member of a household; the income is that of twelve months, null where nobody has entered it. */
export interface HouseholdMemberTable {
  id: number;
  household_id: number;
  person_id: number | null;
  name: string;
  relation: string;
  id_no: string | null;
  income: number | null;
  stage: string | null;
  school: string | null;
  health: string | null;
  from_on: string;
  to_on: string | null;
  seal: number;
}

/** What an opening, a review or a closing of a file found. */
export interface HouseholdReviewTable {
  id: number;
  household_id: number;
  on_date: string;
  kind: 'opened' | 'reviewed' | 'lifted' | 'relieved' | 'returned';
  class: string;
  income: number;
  rigid_expenses: number;
  members: number;
  income_per_head: number;
  note: string;
  operator: string;
  seal: number;
}

/** A recognition that a hardship file has given. */
export interface HouseholdRecognitionTable {
  id: number;
  household_id: number;
  /** Without REFERENCES: a recognition entered in error may be removed. */
  recognition_id: number;
  seal: number;
}

/** A grant or a loan applied for (SPEC 12). What is null has not happened or is not asked of the fund. */
export interface AidGrantTable {
  id: number;
  fund: string;
  person_id: number;
  household_id: number | null;
  member_id: number | null;
  /** The unit that took the application. */
  unit_id: number;
  /** The unit where it stands. */
  at_unit_id: number;
  /** Asked for. */
  amount: number;
  granted: number | null;
  purpose: string;
  evidence: string | null;
  /** Who is paid, where it is not the applicant. */
  payee: string | null;
  /** 1: decided at once, the opinions come after. */
  urgent: number;
  /** A school year, or the first month. */
  from_period: string | null;
  /** The last month. */
  to_period: string | null;
  /** Of the cost that it pays, with provider, day and amount. */
  receipt_no: string | null;
  provider: string | null;
  cost_on: string | null;
  cost_amount: number | null;
  instalments: number | null;
  first_due_on: string | null;
  state: 'applied' | 'returned' | 'approved' | 'refused' | 'paid' | 'withdrawn';
  applied_on: string;
  applied_by: string;
  approved_on: string | null;
  approved_by: string | null;
  paid_on: string | null;
  seal: number;
}

/** A step of an application's way, with the opinion given. */
export interface GrantStepTable {
  id: number;
  grant_id: number;
  step: 'applied' | 'endorsed' | 'returned' | 'approved' | 'refused' | 'paid' | 'withdrawn';
  unit_id: number;
  opinion: string;
  amount: number | null;
  on_date: string;
  operator: string;
  seal: number;
}

/** An instalment of a loan. */
export interface InstalmentTable {
  grant_id: number;
  no: number;
  due_on: string;
  amount: number;
  seal: number;
}

/** A repayment of a loan. */
export interface LoanRepaymentTable {
  id: number;
  grant_id: number;
  on_date: string;
  amount: number;
  entry_id: number;
  memo: string;
  /** The entry that takes it back, where it was entered in error. */
  reversed_by: number | null;
  seal: number;
}

/** A loan, or what is left of it, that is given up. */
export interface WriteOffTable {
  id: number;
  grant_id: number;
  amount: number;
  reason: string;
  asked_on: string;
  asked_by: string;
  approved_on: string | null;
  approved_by: string | null;
  refused_on: string | null;
  refused_by: string | null;
  refusal: string | null;
  entry_id: number | null;
  seal: number;
}

/** Help without money: heating, a job (SPEC 12). */
export interface BenefitInKindTable {
  id: number;
  kind: string;
  person_id: number;
  household_id: number | null;
  member_id: number | null;
  period: string;
  degree: string | null;
  detail: string;
  on_date: string;
  operator: string;
  seal: number;
}

/** An official who is paired with families (SPEC 13). */
export interface OfficialTable {
  id: number;
  name: string;
  rank: string;
  unit_id: number;
  duty: string | null;
  phone: string | null;
  seal: number;
}

/** An official and a household (SPEC 13). */
export interface PairingTable {
  id: number;
  official_id: number;
  household_id: number;
  responsibility: string | null;
  way: string | null;
  measures: string | null;
  goal: string | null;
  from_on: string;
  to_on: string | null;
  outcome: string | null;
  seal: number;
}

/** A visit of a pairing. */
export interface VisitTable {
  id: number;
  pairing_id: number;
  on_date: string;
  done: string;
  needed: string | null;
  operator: string;
  seal: number;
}

/** A request 诉求 (SPEC 13). */
export interface RequestTable {
  id: number;
  person_id: number | null;
  name: string;
  phone: string | null;
  unit_id: number;
  at_unit_id: number;
  kind: string;
  matter: string;
  taken_on: string;
  taken_by: string;
  due_on: string;
  state: 'open' | 'answered';
  seal: number;
}

/** A step of a request's way. */
export interface RequestStepTable {
  id: number;
  request_id: number;
  step: 'taken' | 'passed-up' | 'risen' | 'answered';
  unit_id: number;
  said: string;
  on_date: string;
  operator: string;
  seal: number;
}
