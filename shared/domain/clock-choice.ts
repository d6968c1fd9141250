/** How times of day are written: as the language does, with 12 hours and AM or PM, or with 24. */
export const clockChoices = ['system', '12', '24'] as const;
export type ClockChoice = (typeof clockChoices)[number];

/** The locale with that clock, by Unicode's own key for it (`hc`): `Intl` then formats all times accordingly. */
export function withClock(locale: string, clock: ClockChoice): string {
  return clock === 'system'
    ? locale
    : new Intl.Locale(locale, { hourCycle: clock === '12' ? 'h12' : 'h23' }).toString();
}
