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
 * Sums up the day at the hour of the settings, and the week at that hour of its last day. Once for each day and week. When
 * the machine was asleep at that hour, what was missed is summed up as a whole, unless nothing was used. The first
 * observation ever is a baseline when the hour has passed.
 */
export const digestRule: AlertRule<'digest', Readonly<Record<string, Entry>>> = {
  parseMemory: (stored) => parseRecord(stored, entrySchema),
  evaluate(memory, input) {
    const steps = input.periods.map((soFar) => ({ soFar, ...decide(soFar, memory[soFar.period], input) }));
    const isNews = steps.some(({ soFar, since }) => since !== memory[soFar.period]?.since);
    const entries = steps.map(({ soFar, since }) => [soFar.period, { since }] as const);
    return {
      memory: isNews ? { ...memory, ...Object.fromEntries(entries) } : memory,
      intents: steps.flatMap(({ intent }) => intent ?? []),
    };
  },
};

/** What is now the last period that was summed up, or that needs no sum, by its first day; and the alert, if any. */
function decide(
  soFar: PeriodSoFar,
  known: Entry | undefined,
  input: AlertInput,
): { readonly since: DayKey; readonly intent?: AlertIntent<'digest'> } {
  const isDue = isTimeFor(soFar, input);
  // Turning digests on announces nothing that is over.
  if (known === undefined || !isWanted(soFar, input)) return { since: isDue ? soFar.since : toDayBefore(soFar) };
  // Days only go forward, whatever a clock does.
  if (isDue && soFar.since > known.since) return { since: soFar.since, intent: toIntent(soFar, toNow(input)) };
  const missed = input.endedPeriods.find(({ period, since }) => period === soFar.period && since > known.since);
  if (isDue || missed === undefined) return known;
  return { since: missed.since, ...(missed.responses > 0 && { intent: toIntent(missed) }) };
}

function isWanted({ period }: PeriodSoFar, { choices: { digest } }: AlertInput): boolean {
  return period === 'day' ? digest.daily : digest.weekly;
}

function isTimeFor(soFar: PeriodSoFar, input: AlertInput): boolean {
  if (!isWanted(soFar, input)) return false;
  return toMinutesUntilDigest(input) <= 0 && (soFar.period === 'day' || toDay(input) >= addDays(soFar.since, 6));
}

/** The day before a period began: no digest is due before that of the period. */
function toDayBefore({ since }: PeriodSoFar): DayKey {
  return addDays(since, -1);
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

function toNow(input: AlertInput) {
  return { day: toDay(input), minute: input.local.minute };
}

/** Without `upTo`, the period is over and all of it counts. */
function toIntent(
  { isCostPartial, ...facts }: PeriodSoFar,
  upTo?: { readonly day: DayKey; readonly minute: number },
): AlertIntent<'digest'> {
  const parameters = { ...facts, ...(isCostPartial && { isCostPartial }), ...(upTo && { upTo }) };
  return { kind: 'digest', key: `digest:${facts.period}`, source: null, parameters };
}
