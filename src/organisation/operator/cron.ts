/** The operator that a scheduled run works as: it needs no registration, and approves nothing (SPEC 8, 13). */
export const cron = 'cron';
