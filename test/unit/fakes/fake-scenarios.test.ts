import { expect, it } from 'vitest';
import { createFakeRanges } from '../../fakes/fake-ranges.ts';
import { createScenario, scenarioNames } from '../../fakes/fake-scenarios.ts';

const nowMs = Date.parse('2026-05-14T10:20:00Z');

it.each(scenarioNames)(
  'a model without a price is missing in the cost of the day as well as of a session: %s',
  (name) => {
    const scenario = createScenario(name, nowMs);
    const { sessions, usage } = scenario.snapshot.sections;
    const ofSessions = new Set(sessions.flatMap(({ unpricedModels }) => unpricedModels));
    for (const period of [usage.today, usage.week]) expect(new Set(period.totals.unpricedModels)).toEqual(ofSessions);
    const timeline = createFakeRanges(scenario).sessionTimeline({ source: 'claude-code', sessionId: 'session-1' });
    const { subagents, session } = timeline as Awaited<typeof timeline>;
    const ofSubagents = subagents.flatMap(({ subagent }) => subagent.unpricedModels);
    expect(new Set(session?.unpricedModels)).toEqual(new Set(ofSubagents));
  },
);
