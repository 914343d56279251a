// An office of any size, as CSV files: people of about ten years' enrolment, four claims a person in two quarters.

import { once } from 'node:events';
import { createWriteStream, mkdirSync } from 'node:fs';
import { join } from 'node:path';

const types = ['special-exam', 'chronic-outpatient', 'inpatient', 'insurance-settlement'];
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

function idNumber(at) {
  const day = String(1 + (at % 28)).padStart(2, '0');
  const year = 1950 + (Math.floor(at / 28_000) % 50);
  const first = `140107${year}${String(1 + (Math.floor(at / 28) % 12)).padStart(2, '0')}${day}${String(Math.floor(at / 336) % 1000).padStart(3, '0')}`;
  const sum = weights.reduce((total, weight, place) => total + weight * Number(first[place]), 0);
  return first + '10X98765432'[sum % 11];
}

async function write(folder, name, header, rows) {
  const file = createWriteStream(join(folder, name));
  file.write(`${header}\n`);
  let pending = '';
  for (const row of rows) {
    pending += `${row}\n`;
    if (pending.length < 1 << 16) continue;
    if (!file.write(pending)) await once(file, 'drain');
    pending = '';
  }
  file.end(pending);
  await once(file, 'finish');
}

const yuan = (fen) => `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`;
const no = (person) => String(person).padStart(6, '0');

/** What is imported of an office, in this order: each noun and its file. */
export const officeFiles = [
  ['unit', 'units'],
  ['person', 'people'],
  ['enrolment', 'enrolments'],
  ['recognition', 'recognitions'],
  ['hospital', 'hospitals'],
  ['claim', 'claims'],
];

/** Writes the six files of an office. */
export async function writeOffice(folder, people, claims) {
  mkdirSync(folder, { recursive: true });
  const random = generator(7);
  const upTo = (most) => Math.floor(random() * most);
  await write(folder, 'units.csv', 'code,name,level,parent', [
    'G,集团,group,',
    'M1,一矿,mine,G',
    'S1,综采区,section,M1',
  ]);
  await write(
    folder,
    'hospitals.csv',
    'name,designated',
    (function* () {
      for (let at = 0; at < 200; at += 1) yield `市第${at}人民医院,${at % 9 ? 'yes' : 'no'}`;
    })(),
  );
  await write(
    folder,
    'people.csv',
    'employee_no,name,id_no,category,unit,bank_account',
    (function* () {
      for (let at = 0; at < people; at += 1) {
        yield `${no(at)},职工${at},${idNumber(at)},active,S1,6222${String(at).padStart(12, '0')}`;
      }
    })(),
  );
  await write(
    folder,
    'enrolments.csv',
    'employee_no,from_year,to_year',
    (function* () {
      for (let at = 0; at < people; at += 1) yield `${no(at)},${2008 + upTo(18)},2026`;
    })(),
  );
  await write(
    folder,
    'recognitions.csv',
    'employee_no,kind,detail,from,to',
    (function* () {
      for (let at = 0; at < people; at += 1) {
        if (random() < 0.3) yield `${no(at)},chronic-disease,高血压,2024-01-01,`;
        if (random() < 0.05) yield `${no(at)},hardship,低保,2025-03-01,`;
        if (random() < 0.05) yield `${no(at)},serious-illness,肿瘤,2025-06-01,`;
      }
    })(),
  );
  const header =
    'employee_no,receipt_type,receipt_no,service_date,hospital,total_amount,pool_paid,pool_self_pay,received_on,own_expense,personal_account_paid,diagnosis,stay_days';
  await write(
    folder,
    'claims.csv',
    header,
    (function* () {
      for (let at = 0; at < claims; at += 1) {
        const total = 20_000 + upTo(1_500_000);
        const [paid, self] = [Math.floor(total * 0.55), Math.floor(total * 0.25)];
        const date = `2026-0${1 + upTo(3)}-${String(1 + upTo(28)).padStart(2, '0')}`;
        const receipt = `${no(upTo(people))},${types[upTo(4)]},R${upTo(1e9)}-${at},${date},市第${upTo(200)}人民医院`;
        yield `${receipt},${yuan(total)},${yuan(paid)},${yuan(self)},2026-03-31,${yuan(upTo(900))},${yuan(upTo(900))},肺炎,${upTo(20)}`;
      }
    })(),
  );
}
