import { describe, expect, it } from 'vitest';
import { dryRunAlerts } from '../../../../../../main/node/engine/answers/dry-run-alerts.ts';
import { createPreferences } from '../../../../../../main/node/engine/preferences.ts';
import { emptyUsage } from '../../../../../../shared/domain/token-usage.ts';
import { defaultAlertChoices } from '../../../../../../shared/alerts/alert-choices.ts';
import type { LogRecord } from '../../../../../../shared/domain/log-record.ts';
import { shippedPrices } from '../../../../../../shared/pricing/list-prices.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { createMemoryLedger } from '../../../../../fakes/memory-ledger.ts';
import { batchOf, eventOf } from '../../../../../support/ledger-samples.ts';
import { makeReading } from '../../../../../support/make-reading.ts';

const nowMs = Date.parse('2026-05-31T12:00:00Z');
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

function start(records: readonly LogRecord[]) {
  const store = createMemoryLedger();
  store.apply([batchOf(records)]);
  const preferences = createPreferences({ ...defaultSettings, timeZone: 'UTC' }, 'UTC', shippedPrices);
  const context = {
    ...{ preferences, clock: { nowMs: () => nowMs }, refreshRollups: () => undefined },
    ledger: { store: () => store },
  };
  return (query: Partial<Parameters<typeof dryRunAlerts>[1]> = {}) =>
    dryRunAlerts(context, { choices: null, thresholdsPercent: null, ...query });
}

/** A window that fills up on these days, by ten percent of it every half hour until it is used up. */
function toReadings(days: readonly number[]): readonly LogRecord[] {
  return days.flatMap((day) =>
    Array.from({ length: 10 }, (_, step) => {
      const startMs = nowMs - day * dayMs;
      const observedAtMs = startMs + step * 0.4 * hourMs;
      const reading = makeReading({ usedPercent: (step + 1) * 10, resetsAtMs: startMs + 5 * hourMs, observedAtMs });
      return { kind: 'limit' as const, reading };
    }),
  );
}

describe('dryRunAlerts', () => {
  it('says what the rules would have raised over the last 30 days, with the thresholds that are asked about', () => {
    const run = start(toReadings([40, 20, 10]));
    const kinds = (thresholdsPercent: readonly number[]) =>
      run({ thresholdsPercent: [...thresholdsPercent] })
        .rows.filter(({ intent }) => intent.kind === 'threshold')
        .map(({ intent, atMs }) => [
          Math.floor((nowMs - atMs) / dayMs),
          'thresholdPercent' in intent.parameters && intent.parameters.thresholdPercent,
        ]);
    expect(kinds([75, 90])).toEqual([
      [19, 75],
      [19, 90],
      [9, 75],
      [9, 90],
    ]);
    expect(kinds([50])).toEqual([
      [19, 50],
      [9, 50],
    ]);
    expect(kinds([])).toEqual([]);
    const { rows, untried, sinceMs } = run();
    expect(rows.filter(({ intent }) => intent.kind === 'depleted')).toHaveLength(2);
    expect(rows.filter(({ intent }) => intent.kind === 'runs-out')).toHaveLength(2);
    expect(untried).toContain('busy-agent');
    expect(new Date(sinceMs).toISOString()).toBe('2026-05-02T00:00:00.000Z');
  });

  it('looks again when the app would, though nothing new was known by then', () => {
    const observedAtMs = nowMs - dayMs;
    const reading = makeReading({ usedPercent: 70, resetsAtMs: observedAtMs + 3 * hourMs, observedAtMs });
    const { rows } = start([{ kind: 'limit', reading }])();
    const found = rows.map(({ intent, atMs }) => [intent.kind, (atMs - observedAtMs) / 60_000]);
    expect(found).toEqual([['runs-out', 5]]);
  });

  it('tries budgets on what each day, week and month has cost', () => {
    const events = [12, 11, 10].map((day) =>
      eventOf({
        key: `claude-code:${day}`,
        atMs: nowMs - day * dayMs,
        model: 'claude-opus-4-8',
        usage: { ...emptyUsage, outputTokens: 100_000 },
      }),
    );
    const quiet = eventOf({ key: 'claude-code:first', atMs: nowMs - 28 * dayMs, model: 'claude-opus-4-8' });
    const run = start([quiet, ...events].map((event) => ({ kind: 'event' as const, event })));
    const spend = { ...defaultAlertChoices.spend, dayUsd: 2, monthUsd: 7.4 };
    const { rows } = run({ choices: { ...defaultAlertChoices, spend } });
    const found = rows.map(({ intent, atMs }) => [
      Math.floor((nowMs - atMs + 0.5 * hourMs) / dayMs),
      ...('period' in intent.parameters ? [intent.parameters.period] : []),
    ]);
    expect(found).toEqual([
      [12, 'day'],
      [11, 'day'],
      [10, 'day'],
      [10, 'month'],
    ]);
    expect(run().rows).toEqual([]);
  });
});
