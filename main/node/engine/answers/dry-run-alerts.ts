import { replayAlerts, untriedKinds } from '../../../../shared/alerts/replay.ts';
import type { AnswerOf, ArgumentOf, EngineCalls } from '../../../../shared/contract/index.ts';
import { addDays } from '../../../../shared/domain/calendar-day.ts';
import { dayMs, quarterHourMs } from '../../../../shared/domain/instant.ts';
import { startOfLastPeriods } from '../../../../shared/domain/last-periods.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { LedgerAccess } from '../ledger/ledger-access.ts';
import { toPastInputs } from './past-alert-inputs.ts';
import type { Preferences } from '../preferences.ts';

/** How far back rules are tried. */
const triedDays = 30;
/** A reading before the first day may still hold on that day. */
const longestWindowMs = 31 * dayMs;

/** Tries alert rules on the last 30 days of the ledger. Nothing is raised, and nothing remembered. */
export function dryRunAlerts(
  context: {
    readonly ledger: Pick<LedgerAccess, 'store'>;
    readonly preferences: Preferences;
    readonly clock: Clock;
    readonly refreshRollups: () => void;
  },
  query: ArgumentOf<EngineCalls, 'dryRunAlerts'>,
): AnswerOf<EngineCalls, 'dryRunAlerts'> {
  const { preferences, clock } = context;
  const { alertChoices, thresholdsPercent } = preferences.settings();
  const nowMs = clock.nowMs();
  const calendar = preferences.calendar();
  const firstDay = addDays(calendar.dayOf(nowMs), 1 - triedDays);
  const sinceMs = calendar.startOf(firstDay);
  context.refreshRollups();
  const store = context.ledger.store();
  // The first month counts from its first day, and the first week from its first day.
  const countedFromMs = calendar.startOf(startOfLastPeriods('month', 1, addDays(firstDay, -7), calendar));
  const rows = replayAlerts(
    toPastInputs({
      readings: store.limitReadings({ fromMs: sinceMs - longestWindowMs, toMs: nowMs + 1 }),
      cells: store.cells({ fromMs: countedFromMs, grainMs: quarterHourMs }),
      book: preferences.book(),
      ...{ calendar, sinceMs, untilMs: nowMs },
      choices: query.choices ?? alertChoices,
      thresholdsPercent: query.thresholdsPercent ?? thresholdsPercent,
    }),
  );
  return { generatedAtMs: nowMs, sinceMs, rows: [...rows], untried: [...untriedKinds] };
}
