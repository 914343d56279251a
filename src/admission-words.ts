import type { Phrase } from './core/language.ts';

/** Why a command is refused to an operator, and who may do it. */
export const words = {
  noRule: {
    en: 'the table of rights does not name {command}, so nobody may use it; please report it',
    zh: '权限表里没有 {command} 这条命令，因此任何人都不能使用；请反馈给我们',
  },
  notRegistered: {
    en: '{operator} is not registered as an operator, or no longer; name yourself with --as, or have one of these register you (relief operator add): {managers}',
    zh: '“{operator}”不是在册的操作人；请用 --as 写明本人姓名，或请以下人员登记（relief operator add）：{managers}',
  },
  cronMayNot: {
    en: 'once operators are registered, "cron" only does what is scheduled, and {command} is not; name yourself with --as',
    zh: '登记操作人以后，“cron”只做定时任务，{command} 不在其内；请用 --as 写明本人姓名',
  },
  onlyTopmost: {
    en: '{command} is done by operators of {top}; {operator} works for {unit}. Ask one of these: {who}',
    zh: '{command} 由 {top} 的操作人办理；{operator}属于单位 {unit}。请联系：{who}',
  },
  roleMayNot: {
    en: '{operator} is registered as {role} and may not {right}, as {command} requires. Who may: {roles}. A role is changed with "relief operator edit {operator} --role CODE" by one of these: {managers}',
    zh: '{operator}登记的角色是“{role}”，没有{right}权限，不能使用 {command}。有此权限的角色：{roles}。需要改角色的，请以下人员办理（relief operator edit {operator} --role 角色）：{managers}',
  },
} as const satisfies Record<string, Phrase>;
