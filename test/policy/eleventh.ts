/** A fund, a class of hardship, a rank of official and a role of operator, each with the line of the Xishan policy it stands before. */
export const added: readonly (readonly [before: string, entry: string])[] = [
  [
    '    # Hardship files 困难职工档案.',
    `      price-subsidy:
        title: {en: temporary price subsidy, zh: 临时物价补贴}
        kept_at: mine
        way: grant
        for: [active, retired]
        needs: [hardship]
        limits: {per_grant: 200.00, times_a_year: 2}
        evidence: [{en: notice of the price office, zh: 物价部门通知}]
        assumption: {en: "At most 200 yuan, twice a year.", zh: 每次不超过 200 元，每年两次。}

`,
  ],
  [
    '        accident: {title: {en: hardship after an accident, zh: 意外致困}',
    '        edge: {title: {en: edge of hardship, zh: 边缘困难}, income_per_head: 2000.00}\n',
  ],
  [
    '      visit_every_days: 90',
    '        crew: {title: {en: crew leader, zh: 班组长}, also: [班长]}\n',
  ],
  [
    '      auditor: {title: {en: auditor, zh: 审计员}',
    '      clerk: {title: {en: clerk of the post, zh: 帮扶站内勤}, may: [record]}\n',
  ],
];
