import { describe, expect, it } from 'vitest';
import type { GitFacts } from '../../../../../shared/statusline/scene.ts';
import { branch, changes, git, pullRequest, worktree } from '../../../../../shared/statusline/widgets/git.ts';
import { makeScene, makeStatus } from '../../../../support/make-status.ts';

const facts: GitFacts = { branch: 'main', commit: null, worktree: null, ahead: 2, behind: 3, changedFiles: 4 };
const scene = (given: Partial<GitFacts> | null = {}) =>
  makeScene({ git: given === null ? null : { ...facts, ...given } });
const counts = [
  { text: ' ↑2', tone: 'dim' },
  { text: ' ↓3', tone: 'dim' },
  { text: ' ±4', tone: 'warning' },
];

describe('the repository', () => {
  it('is the branch with its counts, then shortened, then alone', () => {
    const main = { text: 'main', tone: 'good' };
    expect(git.draw(scene(), null)).toEqual([[main, ...counts], [main, ...counts], [main]]);
    const long = 'x'.repeat(31);
    const cut = { text: `${'x'.repeat(29)}…`, tone: 'good' };
    expect(git.draw(scene({ branch: long }), null)).toEqual([
      [{ text: long, tone: 'good' }, ...counts],
      [cut, ...counts],
      [cut],
    ]);
    const just = { text: 'x'.repeat(30), tone: 'good' };
    expect(git.draw(scene({ branch: just.text }), null)[2]).toEqual([just]);
  });

  it('is the commit where no branch is checked out, and nothing outside of one', () => {
    expect(branch.draw(scene({ branch: null, commit: 'abc1234' }), null)).toEqual([
      [{ text: 'abc1234', tone: 'good' }],
    ]);
    expect(branch.draw(scene({ branch: null }), null)).toEqual([]);
    expect(git.draw(scene({ branch: null }), null)).toEqual([]);
    expect([git, branch, changes, worktree].map(({ draw }) => draw(scene(null), null))).toEqual([[], [], [], []]);
  });

  it('has counts alone without the space before them, and none of what is zero or was not counted', () => {
    expect(changes.draw(scene(), null)).toEqual([[{ text: '↑2', tone: 'dim' }, ...counts.slice(1)]]);
    expect(changes.draw(scene({ ahead: 0, behind: null }), null)).toEqual([[{ text: '±4', tone: 'warning' }]]);
    expect(changes.draw(scene({ ahead: 0, behind: 0, changedFiles: 0 }), null)).toEqual([]);
  });

  it('names the worktree, by the agent first', () => {
    const told = { ...scene({ worktree: 'side' }), status: makeStatus({ worktree: 'told' }) };
    expect(worktree.draw(told, null)).toEqual([[{ text: 'told', tone: 'dim' }]]);
    expect(worktree.draw(scene({ worktree: 'side' }), null)).toEqual([[{ text: 'side', tone: 'dim' }]]);
    expect(worktree.draw(scene(), null)).toEqual([]);
  });

  it('names the pull request', () => {
    const [[span] = []] = pullRequest.draw(
      makeScene({ status: makeStatus({ pullRequest: { number: 7, kind: null } }) }),
      null,
    );
    expect(span).toMatchObject({ text: expect.stringContaining('7') as string, tone: 'accent' });
    expect(pullRequest.draw(makeScene(), null)).toEqual([]);
  });
});
