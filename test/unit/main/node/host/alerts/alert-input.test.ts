import { describe, expect, it } from 'vitest';
import { toAlertInput } from '../../../../../../main/node/host/alerts/alert-input.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';
import { emptySections } from '../../../../../../shared/snapshot/empty-sections.ts';
import { createSnapshot } from '../../../../../../shared/snapshot/revisions.ts';

const nowMs = Date.parse('2026-05-31T23:30:00Z');

describe('the facts for alerts', () => {
  const sections = emptySections('Europe/Berlin', nowMs);
  const calendar = { ...sections.usage.calendar, dayStartHour: 4 };
  const today = { ...sections.usage.today, since: '2026-05-31' };
  const week = { ...sections.usage.week, since: '2026-05-25' };
  const snapshot = createSnapshot({ ...sections, usage: { ...sections.usage, calendar, today, week } }, nowMs);
  const input = toAlertInput(snapshot, {
    settings: defaultSettings,
    ...{ monthCost: { costMicroUsd: 7, isCostPartial: false }, endedPeriods: [], signals: [], incidents: [], nowMs },
  });

  it('have the time of the person, whose day may begin after midnight', () => {
    expect([input.local, input.dayStartHour]).toEqual([{ weekday: 1, minute: 90 }, 4]);
  });

  it('have budgets that end with their day, week and month, at the hour at which days begin', () => {
    const toBounds = ({ period, since, endsAtMs }: { period: string; since: string; endsAtMs: number }) => [
      period,
      since,
      new Date(endsAtMs).toISOString(),
    ];
    const day = ['day', '2026-05-31', '2026-06-01T02:00:00.000Z'];
    const week = ['week', '2026-05-25', '2026-06-01T02:00:00.000Z'];
    expect(input.spend.map(toBounds)).toEqual([day, week, ['month', '2026-05-01', '2026-06-01T02:00:00.000Z']]);
    expect(input.periods.map(toBounds)).toEqual([day, week]);
  });

  it('say when part of a cost is unknown', () => {
    const totals = { ...today.totals, unpricedModels: ['mimo-v2'] };
    const partly = {
      ...snapshot,
      sections: { ...sections, usage: { ...sections.usage, today: { ...today, totals } } },
    };
    const { spend, periods } = toAlertInput(partly, {
      ...{ settings: defaultSettings, monthCost: { costMicroUsd: 7, isCostPartial: true }, endedPeriods: [] },
      ...{ endedPeriods: [], signals: [], incidents: [], nowMs },
    });
    expect(spend.map(({ period, isCostPartial }) => [period, isCostPartial])).toEqual([
      ['day', true],
      ['week', false],
      ['month', true],
    ]);
    expect(periods.map(({ isCostPartial }) => isCostPartial)).toEqual([true, false]);
  });

  it('name the sessions that a hook can stop: those whose agent has said that it works', () => {
    const signal = (source: string, sessionId: string, status: 'working' | 'finished') =>
      ({ ...{ source, sessionId, status }, reason: null, project: null, atMs: nowMs }) as const;
    const { stoppable } = toAlertInput(snapshot, {
      ...{ settings: defaultSettings, monthCost: null, endedPeriods: [], incidents: [], nowMs },
      signals: [
        signal('claude-code', 'a', 'working'),
        signal('codex', 'b', 'finished'),
        signal('codex', 'c', 'working'),
        signal('nobody', 'd', 'working'),
      ],
    });
    expect([...stoppable]).toEqual(['claude-code:a', 'codex:c']);
    expect([...input.stoppable]).toEqual([]);
  });
});
