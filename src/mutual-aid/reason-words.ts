import type { Phrase } from '../core/language.ts';
import type { Reason } from './payability.ts';

/** The words for why a claim does not count (SPEC 4). */
export const words = {
  notEnrolled: {
    en: 'not enrolled in the service year',
    zh: '发生年度未参加互助',
  },
  tooLate: {
    en: 'received too late: the service year is closed',
    zh: '报销过期：发生年度已截止',
  },
  hospitalNotDesignated: {
    en: 'the hospital is not designated',
    zh: '不是定点医院',
  },
  noChronic: {
    en: 'no chronic disease recognised on the service date',
    zh: '发生日期没有慢性病认定',
  },
  notReimbursed: {
    en: 'the insurer paid nothing of it',
    zh: '医保统筹没有支付',
  },
} as const satisfies Record<string, Phrase>;

const titles: Readonly<Record<string, Phrase>> = {
  'not-enrolled': words.notEnrolled,
  'too-late': words.tooLate,
  'hospital-not-designated': words.hospitalNotDesignated,
  'no-chronic-recognition': words.noChronic,
  'not-reimbursed-by-insurance': words.notReimbursed,
};

/** A reason in words. */
export function reasonTitle(reason: Reason): Phrase {
  const kind = reason.slice('no-'.length, -'-recognition'.length);
  return (
    titles[reason] ?? {
      en: `${kind} was not recognised on the service date`,
      zh: `发生日期没有 ${kind} 认定`,
    }
  );
}
