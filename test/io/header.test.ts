import { expect, test } from 'vitest';
import { Failure } from '../../src/core/failure.ts';
import { render } from '../../src/core/language.ts';
import { matchHeader } from '../../src/io/header.ts';
import { enrolmentFields } from '../../src/mutual-aid/enrolment/enrolment.ts';

const match = (...header: readonly string[]) =>
  matchHeader(header, enrolmentFields, ['姓名'], false, '名单.csv');

const told = (...header: readonly string[]) => {
  try {
    match(...header);
  } catch (error) {
    if (error instanceof Failure) return render(error.said, 'zh');
    throw error;
  }
  return '';
};

test('a running number and what is known of the person are passed over', () => {
  expect(match('序号', '姓名', '工号', '起始年度')).toEqual([
    ...[undefined, undefined],
    ...['employee_no', 'from_year'],
  ]);
});

test('in Chinese the columns are told by their Chinese headings', () => {
  expect(told('工号', '出生日期')).toBe(
    '名单.csv：列名“出生日期”无法识别。请改列名，或加 --ignore-unknown 忽略。可用的列：工号、起始年度、截止年度',
  );
  expect(told('起始年度')).toBe('名单.csv：第一行缺少这些列：工号；请补上');
  expect(told('工号', '起始年度', '工号')).toContain('“工号”这一列出现了两次');
});
