import * as v from 'valibot';
import { addDays, type DayKey } from '../../domain/calendar-day.ts';
import type { AlertIntent } from '../../domain/alert-intent.ts';
import { dayMs, minuteMs } from '../../domain/instant.ts';
import type { AlertInput, AlertRule, PeriodSoFar } from '../alert-rule.ts';
import { parseRecord } from './parse-record.ts';

const entrySchema = v.object({ since: v.string() });
type Entry = Readonly<v.InferOutput<typeof entrySchema>>;
const dayMinutes = dayMs / minuteMs;

/**
 * Sums up the day at the hour of the settings, and the week at that hour of its last day. Once for each day
 * and week. The first observation ever is a baseline when the hour has passed.
 */
export const digestRule: AlertRule<'digest', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, input) {
    const due = input.periods.filter((soFar) => isDue(soFar, input) && isLater(soFar, memory[soFar.period]));
    const first = input.periods.filter((soFar) => memory[soFar.period] === undefined);
    const seen = [...first, ...due];
    if (seen.length === 0) return { memory, intents: [] };
    const next = {
      ...memory,
      // A period that is not due yet counts as not seen: its digest comes today.
      ...Object.fromEntries(seen.map((soFar) => [soFar.period, { since: isDue(soFar, input) ? soFar.since : '' }])),
    };
    const intents = due.filter(({ period }) => memory[period] !== undefined).map((soFar) => toIntent(soFar, input));
    return { memory: next, intents };
  },
};

function isDue({ period, since }: PeriodSoFar, input: AlertInput): boolean {
  const { digest } = input.choices;
  if (period === 'day' ? !digest.daily : !digest.weekly) return false;
  return toMinutesUntilDigest(input) <= 0 && (period === 'day' || toDay(input) >= addDays(since, 6));
}

function toDay({ periods }: AlertInput): DayKey {
  return periods.find(({ period }) => period === 'day')?.since ?? '';
}

/**
 * Minutes until the digest is due on the person's day; 0 or less once it is. Days may begin after midnight: the hours before
 * that belong to the end of the previous day.
 */
export function toMinutesUntilDigest({ choices, local, dayStartHour }: AlertInput): number {
  const sinceStart = (minute: number): number => (minute - dayStartHour * 60 + dayMinutes) % dayMinutes;
  return sinceStart(choices.digest.atMinute) - sinceStart(local.minute);
}

/** Days only go forward, whatever a clock does. */
function isLater({ since }: PeriodSoFar, known: Entry | undefined): boolean {
  return known === undefined || since > known.since;
}

function toIntent(soFar: PeriodSoFar, input: AlertInput): AlertIntent<'digest'> {
  const upTo = { day: toDay(input), minute: input.local.minute };
  const { isCostPartial, ...facts } = soFar;
  const parameters = { ...facts, ...(isCostPartial && { isCostPartial }), upTo };
  return { kind: 'digest', key: `digest:${soFar.period}`, source: null, parameters };
}
