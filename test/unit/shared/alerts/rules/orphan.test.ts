import { describe, expect, it } from 'vitest';
import { orphanRule } from '../../../../../shared/alerts/rules/orphan.ts';
import { makeOrphan } from '../../../../fakes/cli-host.ts';
import { playRule } from '../../../../support/play-rule.ts';

const minuteMs = 60_000;
const nowMs = Date.parse('2026-05-01T12:00:00Z');

describe('orphan', () => {
  it('alerts once when what an agent left behind is still there after a while', () => {
    const play = playRule(orphanRule);
    const orphan = makeOrphan();
    const at = (minutes: number, orphans = [orphan]) => play.see({ nowMs: nowMs + minutes * minuteMs, orphans }).length;
    expect([at(0), at(4), at(5), at(6)]).toEqual([0, 0, 1, 0]);
    play.restart();
    expect(at(30)).toBe(0);
    const [top, ...rest] = orphan.members;
    const other = { ...orphan, members: [{ ...top!, startedAtMs: top!.startedAtMs + 9 }, ...rest] };
    expect([at(31, [other]), at(36, [other])]).toEqual([0, 1]);
  });

  it('is one alert for all that one agent left behind at once', () => {
    const play = playRule(orphanRule);
    const { members } = makeOrphan();
    const left = (pid: number, label: string, rssBytes: number) => ({
      ...{ ...makeOrphan(), label, rssBytes },
      members: [{ ...members[0]!, pid, name: `server-${pid}` }],
    });
    const orphans = [left(7, 'Loom', 1), left(8, 'Loom', 30), left(9, 'Weaver', 5)];
    play.see({ nowMs, orphans });
    const raised = play.see({ nowMs: nowMs + 5 * minuteMs, orphans }).map(({ parameters }) => parameters);
    expect(raised).toEqual([
      { label: 'Loom', name: 'server-8', pid: 8, processes: 2, rssBytes: 31 },
      { label: 'Weaver', name: 'server-9', pid: 9, processes: 1, rssBytes: 5 },
    ]);
    expect(play.see({ nowMs: nowMs + 6 * minuteMs, orphans })).toEqual([]);
  });
});
