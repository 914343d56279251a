import { type Choice, titleOf } from '../core/field.ts';
import { type Block, type Column, choiceInWords, factsOf, textColumn } from '../core/report.ts';
import { daysOverdue } from './life.ts';
import { requestStates, steps } from './request.ts';
import type { StoredRequest } from './store.ts';
import { words } from './words.ts';

const more = { fileOnly: true } as const;

/** The columns of a list of requests. @param kinds those of the policy */
export const requestColumns = (kinds: readonly Choice[]): readonly Column[] => [
  { key: 'request', title: words.request, align: 'right' },
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'phone', title: words.phone, ...more },
  { key: 'kind', title: words.kind, show: choiceInWords(kinds) },
  textColumn('matter', words.matter),
  { key: 'taken_at', title: words.takenAt, ...more },
  { key: 'taken_on', title: words.takenOn },
  { key: 'taken_by', title: words.takenBy, ...more },
  { key: 'at', title: words.at },
  { key: 'at_name', title: words.atName },
  { key: 'due_on', title: words.dueOn },
  { key: 'days_overdue', title: words.daysOverdue, align: 'right' },
  { key: 'state', title: words.state, show: choiceInWords(requestStates) },
];

/** A request as a row. */
export function requestRow(request: StoredRequest, today: string) {
  return {
    request: request.id,
    employee_no: request.employee_no,
    name: request.name,
    phone: request.phone,
    kind: request.kind,
    matter: request.matter,
    taken_at: request.taken_at,
    taken_on: request.taken_on,
    taken_by: request.taken_by,
    at: request.at,
    at_name: request.at_name,
    due_on: request.due_on,
    days_overdue: daysOverdue(request, today),
    state: request.state,
  };
}

/** A row of the list of requests. */
export type RequestRow = ReturnType<typeof requestRow>;

/** A request, a fact a line; its matter as a whole. */
export function requestBlock(row: RequestRow, kinds: readonly Choice[]): Block {
  const columns = requestColumns(kinds).map((column) =>
    column.key === 'matter' ? { key: column.key, title: column.title } : column,
  );
  return { facts: factsOf(columns, row) };
}

/** What the messages about a request name. */
export function requestFacts(request: StoredRequest, kinds: readonly Choice[]) {
  const { id, name, at_name: at, due_on: due } = request;
  return { id, name, at, due, kind: titleOf(kinds, request.kind) };
}

/** The columns of a request's way. */
export const stepColumns: readonly Column[] = [
  { key: 'on', title: words.on },
  { key: 'step', title: words.step, show: choiceInWords(steps) },
  { key: 'unit', title: words.unit },
  { key: 'unit_name', title: words.atName },
  { key: 'said', title: words.said },
  { key: 'operator', title: words.operator },
];
