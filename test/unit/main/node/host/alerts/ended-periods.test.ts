import { expect, it } from 'vitest';
import { createEndedPeriods } from '../../../../../../main/node/host/alerts/ended-periods.ts';
import { defaultAlertChoices } from '../../../../../../shared/alerts/alert-choices.ts';
import { minuteMs } from '../../../../../../shared/domain/instant.ts';
import { emptyUsage } from '../../../../../../shared/domain/token-usage.ts';
import { emptySections } from '../../../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../../../shared/snapshot/revisions.ts';

/** The snapshot of a day. */
function snapshotOf(day: string, weekStart: string) {
  const sections = emptySections('Europe/Berlin', 0);
  const { usage } = sections;
  const today = { ...usage.today, since: day, until: day };
  const week = { ...usage.week, since: weekStart, until: day };
  return createSnapshot({ ...sections, usage: { ...usage, today, week } }, 0);
}

/** A reader over an engine that used a token for each day that it is asked about. */
function open(digest: Partial<(typeof defaultAlertChoices)['digest']> = {}) {
  const asked: string[] = [];
  const warnings: string[] = [];
  let changes = 0;
  let nowMs = 0;
  let isBroken = false;
  const read = createEndedPeriods({
    engine: {
      async totals({ since, until }) {
        asked.push(`${since}/${until}`);
        if (isBroken) throw new Error('stopped');
        const usage = { ...emptyUsage, outputTokens: asked.length };
        return { usage, events: 1, unfinishedEvents: 0, costMicroUsd: 3, unpricedModels: ['new'] };
      },
    },
    settings: () => ({
      alertChoices: { ...defaultAlertChoices, digest: { ...defaultAlertChoices.digest, ...digest } },
    }),
    onChange: () => (changes += 1),
    nowMs: () => nowMs,
    logger: { info: () => undefined, warn: (text) => warnings.push(text), error: () => undefined },
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    read,
    asked,
    warnings,
    changes: () => changes,
    settle,
    pass: (ms: number) => (nowMs += ms),
    breakEngine: (is: boolean) => (isBroken = is),
  };
}

it('sums up the day and the week before, once for each day', async () => {
  const { read, asked, changes, settle } = open();
  const monday = snapshotOf('2026-03-30', '2026-03-30');
  expect(read(monday)).toEqual([]);
  await settle();
  expect(asked).toEqual(['2026-03-29/2026-03-29', '2026-03-23/2026-03-29']);
  expect(changes()).toBe(1);
  const cost = { responses: 1, costMicroUsd: 3, isCostPartial: true };
  // The clocks went forward that night.
  const endsAtMs = Date.parse('2026-03-29T22:00:00Z');
  expect(read(monday)).toEqual([
    { period: 'day', since: '2026-03-29', endsAtMs, tokens: expect.any(Number) as number, ...cost },
    { period: 'week', since: '2026-03-23', endsAtMs, tokens: expect.any(Number) as number, ...cost },
  ]);
  expect(asked).toHaveLength(2);
  expect(read(snapshotOf('2026-03-31', '2026-03-30'))).toEqual([]);
  await settle();
  expect(asked.slice(2)).toEqual(['2026-03-30/2026-03-30', '2026-03-23/2026-03-29']);
});

it('asks nobody where no digest is wanted', async () => {
  const { read, asked, settle } = open({ daily: false, weekly: false });
  expect(read(snapshotOf('2026-03-30', '2026-03-30'))).toEqual([]);
  await settle();
  expect(asked).toEqual([]);
});

it('asks an engine that failed again after five minutes', async () => {
  const { read, asked, warnings, settle, pass, breakEngine } = open();
  const monday = snapshotOf('2026-03-30', '2026-03-30');
  breakEngine(true);
  read(monday);
  await settle();
  expect(warnings).toHaveLength(1);
  breakEngine(false);
  pass(5 * minuteMs - 1);
  read(monday);
  expect(asked).toHaveLength(2);
  pass(1);
  read(monday);
  await settle();
  expect(read(monday)).toHaveLength(2);
});
