import { homedir } from 'node:os';
import path from 'node:path';
import type { AgentStatus } from '../../../shared/domain/agent-status.ts';
import { hashText } from '../../../shared/lib/hash-text.ts';
import { statuslineWords } from '../../../shared/messages/en/statusline.ts';
import type { StatuslineAgent } from '../../../shared/sources/statusline-agent.ts';
import { parseStatuslineFacts } from '../../../shared/statusline/facts.ts';
import { renderLines } from '../../../shared/statusline/render.ts';
import type { GitFacts, SessionMemory } from '../../../shared/statusline/scene.ts';
import type { TemplateLine } from '../../../shared/statusline/template.ts';
import { toClock } from './clock-text.ts';
import { readGitCounts } from './git-counts.ts';
import { readGitFolder, type GitFolder } from './git-folder.ts';
import { readSmallFile } from './small-files.ts';
import type { StatuslineFolder } from './statusline-folder.ts';
import type { StatuslineOptions } from './statusline-options.ts';

const maxStateBytes = 524_288;
const maxServersBytes = 262_144;
const gitWidgets = ['git', 'branch', 'changes', 'worktree'];

/** The input for drawing a line, before anything has been read. */
export interface LineRequest {
  readonly agent: StatuslineAgent;
  readonly status: AgentStatus;
  readonly options: StatuslineOptions;
  readonly template: readonly TemplateLine[];
  readonly folder: StatuslineFolder;
  readonly memory: SessionMemory | null;
  readonly outputs: ReadonlyMap<string, string>;
  readonly nowMs: number;
}

/** The lines, and the repository whose counts are to be brought up to date. */
export interface DrawnLine {
  readonly text: string;
  readonly repository: GitFolder | null;
}

/** Reads only what the template shows, and draws it. Never throws for what is missing or damaged. */
export function drawLine(request: LineRequest): DrawnLine {
  const { agent, status, options, template, folder, nowMs } = request;
  const shows = (names: readonly string[]): boolean =>
    template.some((line) => line.some((part) => part.kind === 'widget' && names.includes(part.name)));
  const project = status.projectFolder ?? status.folder;
  const repository = shows(gitWidgets) && status.folder !== null ? readGitFolder(status.folder) : null;
  const serversText = shows(['mcp']) && project !== null ? readServers(project, agent) : null;
  const stateText = readSmallFile(folder.state, maxStateBytes);
  const lines = renderLines(
    template,
    {
      source: agent.source,
      status,
      facts: stateText === null ? null : parseStatuslineFacts(stateText),
      git: repository === null ? null : toGitFacts(repository, folder, nowMs),
      memory: request.memory,
      servers: serversText === null ? null : agent.countServers(serversText),
      outputs: request.outputs,
      options,
      words: statuslineWords,
      nowMs,
      toClock,
    },
    options,
  );
  // An empty answer would blank the line.
  const text = lines.length === 0 ? statuslineWords.nothing : lines.join('\n');
  return { text, repository: shows(['git', 'changes']) ? repository : null };
}

/** The name under which a repository's counts are kept. */
export function toRepositoryKey({ gitFolder }: GitFolder): string {
  return hashText(gitFolder);
}

/** The branch, or the commit of a detached head: what counts are valid for. */
export function toHead({ branch, commit }: GitFolder): string {
  return branch ?? commit ?? '';
}

function toGitFacts(repository: GitFolder, folder: StatuslineFolder, nowMs: number): GitFacts {
  const counts = readGitCounts(folder.repository(toRepositoryKey(repository)), toHead(repository), nowMs);
  return {
    branch: repository.branch,
    commit: repository.commit,
    worktree: repository.worktree,
    ahead: counts?.ahead ?? null,
    behind: counts?.behind ?? null,
    changedFiles: counts?.changedFiles ?? null,
  };
}

function readServers(project: string, agent: StatuslineAgent): string | null {
  // A project's file says nothing about a session in the home folder.
  return path.resolve(project) === homedir()
    ? null
    : readSmallFile(path.join(project, agent.serversFile), maxServersBytes);
}
