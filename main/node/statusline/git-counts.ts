import { minuteMs } from '../../../shared/domain/instant.ts';
import { loadChildProcess } from './child-process.ts';
import { readSmallFile, replaceSmallFile } from './small-files.ts';

/** Counts that need git: stored beside the captures, and updated after a line is drawn, for the next one. */
export interface GitCounts {
  /** The branch or commit for which it was counted. */
  readonly head: string;
  /** When counting was last asked for. */
  readonly askedAtMs: number;
  readonly countedAtMs: number | null;
  readonly ahead: number | null;
  readonly behind: number | null;
  readonly changedFiles: number | null;
}

const askEveryMs = 10_000;
const trustMs = 10 * minuteMs;
const gitTimeoutMs = 5_000;
const maxOutputBytes = 8_388_608;
const maxBytes = 4_096;

/** What was counted for this head, if it is recent; null otherwise. */
export function readGitCounts(file: string, head: string, nowMs: number): GitCounts | null {
  const counts = parseCounts(readSmallFile(file, maxBytes));
  if (counts === null || counts.head !== head || counts.countedAtMs === null) return null;
  return Math.abs(nowMs - counts.countedAtMs) <= trustMs ? counts : null;
}

/** Whether it is time to count again; records the request, so that a slow git is not started repeatedly. */
export function askForGitCounts(file: string, head: string, nowMs: number): boolean {
  const counts = parseCounts(readSmallFile(file, maxBytes));
  if (counts !== null && counts.head === head && Math.abs(nowMs - counts.askedAtMs) < askEveryMs) return false;
  const known =
    counts?.head === head ? counts : { head, countedAtMs: null, ahead: null, behind: null, changedFiles: null };
  return replaceSmallFile(file, JSON.stringify({ ...known, askedAtMs: nowMs }));
}

/**
 * Counts with git and keeps the result. Takes no lock, and starts neither hooks nor a file watcher of the repository. `safeFolder` is
 * where git is started: Windows looks for programs in that folder first.
 */
export function countWithGit(file: string, head: string, root: string, safeFolder: string, nowMs: number): void {
  const settings = ['-c', 'core.fsmonitor=false', '-c', 'core.hooksPath=/dev/null'];
  const args = ['--no-optional-locks', ...settings, '-C', root, 'status', '--porcelain=v2', '--branch'];
  const options = {
    cwd: safeFolder,
    timeout: gitTimeoutMs,
    maxBuffer: maxOutputBytes,
    encoding: 'utf8',
    windowsHide: true,
  } as const;
  const { status, stdout } = loadChildProcess().spawnSync('git', args, options);
  if (status !== 0) return;
  replaceSmallFile(file, JSON.stringify({ head, askedAtMs: nowMs, countedAtMs: nowMs, ...parseGitStatus(stdout) }));
}

/** Reads `git status --porcelain=v2 --branch`. Without an upstream nothing is ahead or behind. */
function parseGitStatus(text: string): Pick<GitCounts, 'ahead' | 'behind' | 'changedFiles'> {
  const [, ahead, behind] = /^# branch\.ab \+(\d+) -(\d+)$/m.exec(text) ?? [];
  const changedFiles = text.split('\n').filter((line) => line !== '' && !line.startsWith('#')).length;
  return {
    ahead: ahead === undefined ? null : Number(ahead),
    behind: behind === undefined ? null : Number(behind),
    changedFiles,
  };
}

function parseCounts(text: string | null): GitCounts | null {
  if (text === null) return null;
  try {
    const value = JSON.parse(text) as Partial<GitCounts> | null;
    return typeof value?.head === 'string' && typeof value.askedAtMs === 'number' ? (value as GitCounts) : null;
  } catch {
    return null;
  }
}
