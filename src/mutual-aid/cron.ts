/** The operator that a scheduled run works as: it settles, and approves nothing (SPEC 11). */
export const cron = 'cron';
