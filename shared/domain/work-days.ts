/** Numbers of work days a week that can be set, from Monday on; `learned` is derived from the person's own weeks. */
export const workDayChoices = [4, 5, 7, 'learned'] as const;
export type WorkDays = (typeof workDayChoices)[number];
