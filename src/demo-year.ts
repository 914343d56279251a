import type { Phrase } from './core/language.ts';
import { words } from './demo-words.ts';

/** A chapter of the year. */
export interface Chapter {
  readonly title: Phrase;
  /** What the commands say is not shown. */
  readonly silent?: true;
  /** A line each: day, operator and what is typed. The bank's own lines name its list and whom it refuses, why. */
  readonly steps: string;
}

/** The year of the sample office, as in 2026. */
export const year: readonly Chapter[] = [
  {
    title: words.office,
    silent: true,
    steps: `
      2026-01-04 王建国 init
      2026-01-04 王建国 unit import units.csv
      2026-01-04 王建国 post import posts.csv
      2026-01-04 王建国 operator add --name 王建国 --unit G0 --role administrator
      2026-01-04 王建国 operator add --name 陈秀英 --unit G0 --role reviewer
      2026-01-04 王建国 operator add --name 李晓梅 --unit M1 --role caseworker
      2026-01-04 王建国 operator add --name 田小军 --unit M101 --role caseworker
      2026-01-04 王建国 person import people.csv
      2026-01-05 王建国 enrolment import enrolments.csv --dues-from 2026
      2026-01-06 王建国 hospital import hospitals.csv
      2026-01-06 王建国 fund opening mutual-aid --amount 300000 --on 2026-01-01
      2026-01-06 王建国 fund opening serious-illness --amount 20000 --on 2026-01-01
      2026-01-06 王建国 fund opening living-active --amount 30000 --on 2026-01-01
      2026-01-06 王建国 fund opening living-retired --amount 15000 --on 2026-01-01
      2026-01-06 王建国 fund opening start-up --amount 100000 --on 2026-01-01
      2026-01-06 王建国 fund opening rental-housing --amount 20000 --on 2026-01-01
      2026-01-12 王建国 fund deposit mutual-aid --source appropriation --amount 400000
      2026-01-12 王建国 fund deposit serious-illness --source supplementary-insurance --amount 100000
      2026-01-12 王建国 fund deposit school --source union --amount 30000
      2026-01-12 王建国 fund deposit university --source donation --amount 50000 --donor 干部职工捐款
      2026-01-12 王建国 fund deposit disability --source union --amount 10000
      2026-01-12 王建国 fund deposit legal-aid --source union --amount 20000
      2026-03-20 王建国 person edit 031360 --bank-account 6200000411873350217
      2026-03-20 王建国 person edit 032471 --bank-account 6200000563120994708
      2026-03-20 王建国 person edit 015568 --bank-account 6200000270066481593
      2026-10-08 王建国 recognition import recognitions.csv
      2026-10-08 王建国 claim import claims.csv
      2026-10-08 王建国 hardship import hardship.csv
      2026-10-08 王建国 family import family.csv
      2026-10-08 王建国 official import officials.csv
      2026-10-08 王建国 pairing import pairings.csv
      2026-10-08 王建国 visit import visits.csv
      2026-10-08 王建国 grant import grants.csv
      2026-10-08 王建国 loan import repayments.csv
      2026-10-08 王建国 in-kind import in-kind.csv`,
  },
  {
    title: words.first,
    steps: `
      2026-04-01 cron settle --quarter 2026Q1
      2026-04-08 王建国 batch announce 2026Q1-1
      2026-04-13 陈秀英 batch approve 2026Q1-1
      2026-04-14 王建国 batch pay 2026Q1-1
      2026-04-15 bank 2026Q1-1-bank-1 037914:账号不存在 037104:户名与账号不符
      2026-04-16 王建国 batch result 2026Q1-1 2026Q1-1-bank-1-answer.csv
      2026-04-17 王建国 person edit 037914 --bank-account 6200000861204230910
      2026-04-17 王建国 person edit 037104 --bank-account 6200000382664378972
      2026-04-17 王建国 batch pay 2026Q1-1
      2026-04-19 bank 2026Q1-1-bank-2
      2026-04-20 王建国 batch result 2026Q1-1 2026Q1-1-bank-2-answer.csv
      2026-04-20 王建国 batch close 2026Q1-1`,
  },
  {
    title: words.second,
    steps: `
      2026-05-12 王建国 claim annul 66438571 --reason 同一费用已在他处报销
      2026-07-01 cron settle --quarter 2026Q2
      2026-07-08 王建国 batch announce 2026Q2-1
      2026-07-13 陈秀英 batch approve 2026Q2-1
      2026-07-14 王建国 batch pay 2026Q2-1
      2026-07-15 bank 2026Q2-1-bank-1
      2026-07-16 王建国 batch result 2026Q2-1 2026Q2-1-bank-1-answer.csv
      2026-07-16 王建国 batch close 2026Q2-1
      2026-07-16 王建国 fund outstanding`,
  },
  {
    title: words.third,
    steps: `
      2026-08-25 王建国 special-relief grant --employee-no 037914 --situation urgent --amount 6000 --evidence 病危通知书 --pay now
      2026-08-25 陈秀英 special-relief approve 1
      2026-10-01 cron settle --quarter 2026Q3
      2026-10-08 王建国 batch announce 2026Q3-1
      2026-10-13 陈秀英 batch approve 2026Q3-1
      2026-10-14 王建国 batch pay 2026Q3-1
      2026-10-15 bank 2026Q3-1-bank-1
      2026-10-16 王建国 batch result 2026Q3-1 2026Q3-1-bank-1-answer.csv
      2026-10-16 王建国 batch close 2026Q3-1`,
  },
  {
    title: words.books,
    steps: `
      2026-10-16 王建国 fund statement mutual-aid --from 2026-04-01 --to 2026-12-31
      2026-10-16 王建国 fund list
      2026-10-16 王建国 explain person 037914
      2026-10-16 王建国 batch verify 2026Q3-1`,
  },
  {
    title: words.accident,
    steps: `
      2026-10-19 田小军 hardship open --employee-no 013890 --class accident --cause accident --second-cause schooling --income 66000 --rigid-expenses 30000 --family accident/family.csv
      2026-10-19 田小军 grant apply --fund living-active --employee-no 013890 --amount 2000 --purpose 车祸住院，家属陪护 --evidence 困难救助申请书
      2026-10-19 田小军 grant apply --fund school --employee-no 013890 --beneficiary 王思琪 --amount 1000 --purpose 在校生活费 --evidence 在校证明
      2026-10-20 李晓梅 grant endorse 39 --opinion 已到医院核实，同意上报
      2026-10-20 李晓梅 grant endorse 40 --opinion 情况属实，同意上报
      2026-10-21 陈秀英 grant approve 39
      2026-10-21 陈秀英 grant approve 40 --amount 800
      2026-10-22 王建国 grant pay 39 40
      2026-10-22 王建国 grant show 40`,
  },
  {
    title: words.beside,
    steps: `
      2026-10-22 李晓梅 pairing add --official 马卫东 --employee-no 013890 --responsibility 意外家庭帮扶 --measures 每月上门一次 --goal 康复返岗
      2026-10-28 李晓梅 visit add --official 马卫东 --employee-no 013890 --done 到医院看望 --needed 肇事方拒绝赔偿
      2026-10-28 田小军 request add --employee-no 013890 --kind legal --matter 肇事方拒绝赔偿，请求法律援助
      2026-10-29 田小军 request pass-up 1 --reason 本队没有律师，请矿帮扶站协助
      2026-11-09 cron daily
      2026-11-10 王建国 request answer 1 --answer 已委托律师，费用由法律援助金承担`,
  },
  {
    title: words.known,
    steps: `
      2026-11-10 李晓梅 aid find
      2026-11-10 王建国 unit tree
      2026-11-10 王建国 pairing figures --year 2026
      2026-11-10 王建国 report fund --year 2026
      2026-11-10 王建国 person history 013890
      2026-11-10 王建国 audit verify`,
  },
];
