import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { shownSessions, toSessionViews } from '../../../../renderer/features/sessions/view-model.ts';
import { usDollar } from '../../../../shared/domain/money.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');
const normal = createScenario('normal', nowMs).snapshot.sections;
const labelOf = (source: string): string => `<${source}>`;
const context = { nowMs, timeZone: 'UTC', thresholdsPercent: [75, 90], labelOf, currency: usDollar, agents: [] };

describe('toSessionViews', () => {
  it('shows running sessions first and counts the others', () => {
    const large = createScenario('large', nowMs).snapshot.sections.sessions;
    const { shown, more } = toSessionViews([...large].reverse(), context);
    expect(shown).toHaveLength(shownSessions);
    expect(more).toBe(10_000 - shownSessions);
    expect(shown.map((session) => session.isRunning)).toEqual([true, true, false, false, false]);
  });

  it('shows what the processes of a session use, and how sure that is', () => {
    const { agents } = normal.processes;
    const [shown] = toSessionViews([normal.sessions[0]!], { ...context, agents }).shown;
    expect(shown?.meta).toBe('<claude-code> · 142% CPU · 1.2 GB');
    expect(shown?.metaTitle).toContain('1 min ago');
    expect(shown?.metaTitle).toMatch(/likely right\.$/);
    const [other] = toSessionViews([normal.sessions[1]!], { ...context, agents }).shown;
    expect(other?.meta).not.toContain('CPU');
  });

  it('names a session by the last part of its project, on any system', () => {
    const session = { ...normal.sessions[0]!, project: 'C:\\Users\\ada\\atlas' };
    expect(toSessionViews([session], context).shown[0]).toMatchObject({ name: 'atlas', title: session.project });
  });
});
