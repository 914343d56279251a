import { type Column, inWords } from '../../core/report.ts';
import { kindTitle } from './recognition.ts';
import { words } from './words.ts';

/** The columns of a list of recognitions: those of the file, and the person's name. */
export const recognitionColumns: readonly Column[] = [
  { key: 'employee_no', title: words.employeeNo },
  { key: 'name', title: words.personName },
  { key: 'kind', title: words.kind, show: inWords(kindTitle) },
  { key: 'detail', title: words.detail },
  { key: 'from', title: words.from },
  { key: 'to', title: words.to },
];
