import type { GitFacts, Widget } from '../scene.ts';
import { inTone, span, type Forms, type Segment } from '../segment.ts';

const maxBranch = 30;
const [ahead, behind, changed] = ['↑', '↓', '±'];

/** Branch, commits ahead and behind, changed files. */
export const git: Widget = {
  priority: 64,
  draw({ git }) {
    if (git === null) return [];
    const head = toHead(git);
    if (head === null) return [];
    const counts = toCounts(git);
    const cut = head.length <= maxBranch ? head : `${head.slice(0, maxBranch - 1)}…`;
    const forms: readonly Segment[] = [
      [span(head, 'good'), ...counts],
      [span(cut, 'good'), ...counts],
      [span(cut, 'good')],
    ];
    return forms satisfies Forms;
  },
};

/** The branch alone. */
export const branch: Widget = {
  priority: 64,
  draw: ({ git }) => {
    const head = git && toHead(git);
    return head === null ? [] : inTone('good', head);
  },
};

/** Commits ahead and behind, and changed files, alone. */
export const changes: Widget = {
  priority: 42,
  draw({ git }) {
    const counts = git === null ? [] : toCounts(git);
    return counts.length === 0 ? [] : [[span(counts[0]!.text.trimStart(), counts[0]!.tone), ...counts.slice(1)]];
  },
};

/** The worktree that the session works in. */
export const worktree: Widget = {
  priority: 16,
  draw({ git, status }) {
    const name = status.worktree ?? git?.worktree ?? null;
    return name === null ? [] : inTone('dim', name);
  },
};

/** The pull request of the branch. */
export const pullRequest: Widget = {
  priority: 44,
  draw: ({ status: { pullRequest }, words }) =>
    pullRequest === null ? [] : inTone('accent', words.pullRequest(pullRequest.number, pullRequest.kind)),
};

function toHead({ branch, commit }: GitFacts): string | null {
  return branch ?? commit;
}

function toCounts(git: GitFacts): Segment {
  const parts = [
    [git.ahead, ahead],
    [git.behind, behind],
    [git.changedFiles, changed],
  ] as const;
  return parts.flatMap(([count, sign]) =>
    !count ? [] : [span(` ${sign}${count}`, sign === changed ? 'warning' : 'dim')],
  );
}
