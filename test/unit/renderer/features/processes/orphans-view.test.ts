import { describe, expect, it } from 'vitest';
import { toFailureSentence, toOrphanViews } from '../../../../../renderer/features/processes/orphans-view.ts';
import { makeMember, makeOrphan, nowMs } from '../../../../fakes/cli-host.ts';

const toViews = (...orphans: readonly ReturnType<typeof makeOrphan>[]) =>
  toOrphanViews({ agents: [], orphans, own: null }, nowMs);

describe('toOrphanViews', () => {
  it('shows proof, and exactly what will be ended', () => {
    const members = [
      makeMember({ pid: 5_001, startedAtMs: nowMs - 86_400_000 }),
      makeMember({ pid: 5_002, name: 'a\u001b[31mb' }),
    ];
    const [view] = toViews(makeOrphan({ members, rssBytes: 268_435_456 }));
    expect(view).toMatchObject({
      name: '@playwright/mcp',
      meta: 'Claude Code ended 2 h ago · 1 d old · 74% CPU',
      memory: '268 MB',
      list: [
        '@playwright/mcp, process 5001, 134 MB, 1 d old, started by process 4242',
        expect.stringMatching(/^a.*b, process 5002, 134 MB, 58 min old, started by process 4242$/),
      ],
      origin: 'No session of it is known.',
      targets: members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs })),
    });
    expect(view?.list.join('')).not.toContain('\u001b');
  });

  it('says what is not known, and puts the largest first', () => {
    const small = makeOrphan({ label: null, agentGoneAtMs: null, cpuRatio: null, rssBytes: 1 });
    expect(toViews(small, makeOrphan()).map(({ meta }) => meta)).toEqual([
      'Claude Code ended 2 h ago · 1 d old · 74% CPU',
      'Whatever started it is gone · 1 d old',
    ]);
    expect(toViews(makeOrphan({ members: [] }))).toEqual([]);
  });
});

describe('toFailureSentence', () => {
  const result = (outcome: 'done' | 'forced' | 'gone' | 'refused' | 'not-ours') => ({
    pid: 1,
    startedAtMs: 0,
    outcome,
  });
  it('speaks up only when something did not end', () => {
    expect(toFailureSentence([result('done'), result('forced'), result('gone')])).toBeNull();
    expect(toFailureSentence([result('refused'), result('not-ours'), result('done')])).toBe(
      '2 processes could not be ended: the system does not allow it, or they no longer belong to an agent.',
    );
  });
});
