import type { Phrase } from '../../core/language.ts';

/** Why an application cannot be granted, and what to do. */
export const words = {
  numbered: { en: '({no}) {reason}', zh: '（{no}）{reason}' },
  andThen: { en: '{reason}; {rest}', zh: '{reason}；{rest}' },
  helpedElsewhere: { en: '{where}', zh: '{where}' },
  notItsCategory: {
    en: '"{fund}" is for: {helped}; {name} ({no}) is: {is}. See relief policy show for the fund that helps them; a wrong category is corrected with: relief person edit {no}',
    zh: '{fund}面向的人员类别是{helped}，{name}（工号 {no}）的类别是{is}；应申请哪项基金请看 relief policy show；类别录错的请更正：relief person edit {no}',
  },
  notInHardship: {
    en: '{name} ({no}) is not recognised as in hardship on {day}; open a hardship file first: relief hardship open --employee-no {no}',
    zh: '{name}（工号 {no}）在 {day} 没有有效的困难职工认定；请先建立困难职工档案：relief hardship open --employee-no {no}',
  },
  notRecognised: {
    en: '{name} ({no}) has no recognition of {kind} on {day}; where there is one on paper, enter it: relief recognition add --employee-no {no} --kind {code}',
    zh: '{name}（工号 {no}）在 {day} 没有有效的{kind}认定；确已认定的请先登记：relief recognition add --employee-no {no} --kind {code}',
  },
  noFile: {
    en: '{name} ({no}) belongs to no hardship file, so no student of the family is known; open one: relief hardship open --employee-no {no}',
    zh: '{name}（工号 {no}）的家庭没有困难职工档案，查不到在读子女；请先建档：relief hardship open --employee-no {no}',
  },
  fileClosed: {
    en: 'the hardship file of {head} ({no}) is not open on {day}; where hardship has returned: relief hardship return {no}',
    zh: '{head}（工号 {no}）的困难职工档案在 {day} 不在档；确已返困的请重新建档：relief hardship return {no}',
  },
  notInFamily: {
    en: 'there is no "{text}" in the family of {head} ({no}); students there: {known}. Missing: relief family add {no}',
    zh: '{head}（工号 {no}）的家庭成员中没有“{text}”；在读的有：{known}。漏登的请补录：relief family add {no}',
  },
  noStudents: {
    en: 'there is no "{text}" in the family of {head} ({no}), nor any student whom this fund helps; enter the family: relief family add {no}',
    zh: '{head}（工号 {no}）的家庭成员中没有“{text}”，也没有符合条件的在读子女；请补录家庭成员：relief family add {no}',
  },
  severalStudents: {
    en: 'several in the family of {head} ({no}) are called "{text}"; name the right one by the resident ID number',
    zh: '{head}（工号 {no}）的家庭中有几个“{text}”；请改用身份证号写明',
  },
  noStage: {
    en: 'it is not known which school {name} is at; enter it: relief family edit {member}',
    zh: '没有登记{name}的在读阶段；请先补录：relief family edit {member}',
  },
  otherStage: {
    en: '{name} is at: {is}; "{fund}" is for: {helped}. A wrong stage is corrected with: relief family edit {member}',
    zh: '{name}在读{is}，{fund}面向{helped}；登记有误的请更正：relief family edit {member}',
  },
  tooMuchAtOnce: {
    en: '{amount} yuan is more than "{fund}" gives in one grant: at most {most}',
    zh: '{amount} 元超过{fund}每次的上限 {most} 元；请改为不超过 {most} 元',
  },
  tooMuchForMonths: {
    en: '{amount} yuan is more than "{fund}" gives for {months} {months:month|months}: at most {most}',
    zh: '{amount} 元超过{fund} {months} 个月的上限 {most} 元；请改为不超过 {most} 元',
  },
  tooMuchInYear: {
    en: '"{fund}" grants at most {most} yuan in {year}; after the applications {grants} there are {left} yuan left: ask for no more than that',
    zh: '{fund}在 {year} 年最多救助 {most} 元，已有申请 {grants}，尚余 {left} 元；请改为不超过此数',
  },
  tooOften: {
    en: '"{fund}" helps {times} {times:time|times} a year, and in {year} has done so already: application {grants}. Apply again next year',
    zh: '{fund}每年限 {times} 次，{year} 年已有申请 {grants}；请下一年度再申请',
  },
  schoolYearTwice: {
    en: '"{fund}" helps once a school year, and application {grant} of {on} is for {name} and {year} already; see: relief grant show {grant}',
    zh: '{fund}每学年限一次，{name} {year} 学年已有 {on} 的申请 {grant}；请看：relief grant show {grant}',
  },
  instalmentsOfNothing: {
    en: '{amount} yuan cannot be repaid in {instalments} instalments of a fen and more; name fewer',
    zh: '{amount} 元分 {instalments} 期，每期不足一分；请减少期数',
  },
  monthsTwice: {
    en: '"{fund}" helps once a month, and application {grant} of the family covers {months} already; leave these months out',
    zh: '{fund}每月限一次，该家庭的申请 {grant} 已包含 {months}；请去掉这些月份',
  },
  tooManyInstalments: {
    en: '{instalments} instalments are more than "{fund}" allows: at most {most}',
    zh: '{instalments} 期超过{fund}允许的期数；最多 {most} 期',
  },
  loanPending: {
    en: '"{fund}" lends a family one loan at a time, and application {grant} is under way; see: relief grant show {grant}',
    zh: '{fund}同一家庭同时只能借一笔，申请 {grant} 正在办理；请看：relief grant show {grant}',
  },
  loanRunning: {
    en: '"{fund}" lends a family one loan at a time, and loan {grant} is not repaid yet; see: relief loan show {grant}',
    zh: '{fund}同一家庭同时只能借一笔，借款 {grant} 尚未还清；请看：relief loan show {grant}',
  },
  dueTooFarAhead: {
    en: 'the first instalment would be due on {due}, far ahead; name a day up to {by}',
    zh: '首期还款日 {due} 太远，请写 {by} 及以前的日期',
  },
  tooFarAhead: {
    en: '{period} begins on {begins}, more than a year after the application of {on}; is it a slip?',
    zh: '{period} 从 {begins} 开始，距申请日期 {on} 一年以上，请核对',
  },
  claimedAlready: {
    en: 'claim {claim} ({no}) of the family is for this cost already (same {alike}), and mutual aid pays it; see: relief claim show {claim}',
    zh: '这笔费用与该家庭的单据 {claim}（{no}）{alike}相同，已由医疗互助报销；请看：relief claim show {claim}',
  },
  grantedAlready: {
    en: 'application {grant} of the family to "{fund}" is for this cost already (same {alike}); see: relief grant show {grant}',
    zh: '这笔费用与该家庭的{fund}申请 {grant} {alike}相同，已经申请过；请看：relief grant show {grant}',
  },
} as const satisfies Record<string, Phrase>;
