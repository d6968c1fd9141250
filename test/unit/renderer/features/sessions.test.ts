import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { toSessionsView } from '../../../../renderer/features/sessions/view-model.ts';
import { minuteMs } from '../../../../shared/domain/instant.ts';
import { usDollar } from '../../../../shared/domain/money.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;
const [first, second, third] = normal.sessions as [
  (typeof normal.sessions)[0],
  (typeof normal.sessions)[0],
  (typeof normal.sessions)[0],
];
const [joined, alone] = normal.processes.agents as [
  (typeof normal.processes.agents)[0],
  (typeof normal.processes.agents)[0],
];
const context = { nowMs, labelOf: (source: string): string => `<${source}>`, currency: usDollar, agents: [] };

describe('sessions', () => {
  it('are shown with the running ones first, then agents without a session', () => {
    const { rows } = toSessionsView([third, second, first], { ...context, agents: [joined, alone] });
    expect(rows.map(({ name, session }) => [name, session?.sessionId ?? null])).toEqual([
      ['harbour-api', 'session-0'],
      ['atlas', 'session-1'],
      ['atlas', null],
      ['pebble', 'session-2'],
    ]);
  });

  it('show what their processes use, how sure that is, and what all use together', () => {
    const { rows, use } = toSessionsView([first], { ...context, agents: [joined, alone] });
    expect(rows[0]).toMatchObject({ use: '142% · 1.2 GB', state: 'working' });
    expect(rows[0]?.useTitle).toMatch(/1 min ago.*probably right\.$/);
    expect(use).toBe('1.6 GB · 142% of a core');
    expect(toSessionsView([first], context).use).toBeNull();
  });

  it('show how full their context is, and how fast they use tokens', () => {
    const at = (minutesAgo: number): number => nowMs - minutesAgo * minuteMs;
    const session = {
      ...first,
      contextTokens: 82_000,
      minutes: [
        { startMs: at(20), tokens: 9_000_000 },
        { startMs: at(14), tokens: 30_000 },
        { startMs: at(1), tokens: 60_000 },
      ],
    };
    const [row] = toSessionsView([session], context).rows;
    expect(row?.context?.text).toBe('82K ctx');
    expect(row?.tokensTitle).toMatch(/\. 6K per minute over the last 15 minutes\.$/);
    const [quiet] = toSessionsView([{ ...session, contextTokens: null, minutes: [] }], context).rows;
    expect(quiet?.context).toBeNull();
    expect(quiet?.tokensTitle).not.toContain('a minute');
  });

  it('name a model without the day of its release, which takes the room of its version; the tooltip has all of it', () => {
    const [row] = toSessionsView([{ ...first, models: ['claude-opus-4-5-20251101'] }], context).rows;
    expect(row?.model).toBe('claude-opus-4-5');
    expect(row?.useTitle).toContain('claude-opus-4-5-20251101');
  });

  it('mark a cost that excludes models without a price, and name them, also for screen readers', () => {
    const [row] = toSessionsView([{ ...first, costMicroUsd: 1_500_000, unpricedModels: ['mimo-v2'] }], context).rows;
    const costNote = 'Excludes mimo-v2, whose cost is not known.';
    expect(row).toMatchObject({ cost: '$1.50+', costNote, costTitle: `API-equivalent cost. ${costNote}` });
    const [whole] = toSessionsView([{ ...first, unpricedModels: [] }], context).rows;
    expect(whole?.costNote).toBeUndefined();
  });

  it('name the exact processes that can be ended', () => {
    const { rows } = toSessionsView([first], { ...context, agents: [joined] });
    expect(rows[0]?.targets).toEqual([
      {
        pid: 4_821,
        startedAtMs: joined.startedAtMs,
        text: 'Claude Code, process 4821 and 6 that it started, 1.2 GB',
      },
    ]);
  });

  it.each([
    { what: 'used tokens just now', quietMs: minuteMs, agents: [], state: 'working' },
    {
      what: 'is quiet, and its process idle',
      quietMs: 6 * minuteMs,
      agents: [{ ...joined, cpuRatio: 0.01 }],
      state: 'waiting',
    },
    { what: 'is quiet, and its process busy', quietMs: 6 * minuteMs, agents: [joined], state: 'working' },
    { what: 'has no process any more', quietMs: 6 * minuteMs, agents: [], state: 'idle' },
    { what: 'is paused', quietMs: minuteMs, agents: [{ ...joined, isPaused: true }], state: 'paused' },
  ])('say by their state that one $what', ({ quietMs, agents, state }) => {
    const session = { ...first, lastAtMs: nowMs - quietMs, isRunning: agents.length > 0 };
    expect(toSessionsView([session], { ...context, agents }).rows[0]?.state).toBe(state);
  });

  it('say how long they have been quiet', () => {
    const session = { ...first, lastAtMs: nowMs - 6 * minuteMs };
    const { rows } = toSessionsView([session], { ...context, agents: [{ ...joined, cpuRatio: 0 }] });
    expect(rows[0]?.use).toBe('waiting 6 min · 0% · 1.2 GB');
  });

  it('are named by the last part of their project, on any system', () => {
    const session = { ...first, project: 'C:\\Users\\ada\\atlas' };
    expect(toSessionsView([session], context).rows[0]).toMatchObject({ name: 'atlas', title: session.project });
    expect(toSessionsView([{ ...first, project: null }], context).rows[0]).toMatchObject({ hasFolder: false });
  });
});
