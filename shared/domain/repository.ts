/**
 * Where working copies of a repository are: `worktrees/<name>` or `.worktrees/<name>` within it, by custom of
 * `git worktree`, or the same within the hidden folder that an agent has there.
 */
const within = /^(.+?)[\\/](?:\.[^\\/]+[\\/])?\.?worktrees[\\/][^\\/]+(?:[\\/].*)?$/;

/** The folder of the repository that a project belongs to, as far as its path shows; the project itself otherwise. */
export function toRepository(project: string): string {
  return within.exec(project)?.[1] ?? project;
}
