import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import path from 'node:path';
import { secondMs } from '../../../shared/domain/instant.ts';

/** These take `-i`, `-l` and `-c`, and expand `"$NAME"`. */
const knownShells = new Set(['bash', 'dash', 'fish', 'ksh', 'sh', 'zsh']);
const maxOutputBytes = 1024 * 1024;
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;

/** What a login shell is asked, and how. */
export interface LoginShellQuestion {
  /** Names of environment variables; everything else that the shell knows is ignored. */
  readonly names: readonly string[];
  /** Absolute path of the shell; one of an unknown kind is not started. */
  readonly shell: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly timeoutMs?: number;
}

/**
 * Whether the variables of a shell profile are missing from this process: programs started from a dock, a menu or at
 * login do not inherit them. Windows has no such profile.
 */
export function lacksProfileVariables(platform: NodeJS.Platform, environment: NodeJS.ProcessEnv): boolean {
  if (platform === 'win32') return false;
  const terminal = environment['TERM'];
  return terminal === undefined || terminal === 'dumb';
}

/**
 * Asks the login shell for the values that the person's profile sets. Resolves with what it answered, without unset
 * names; with nothing when it fails or takes too long. It is started once, without input and as a group of its own,
 * which is ended with it.
 */
export function askLoginShell(question: LoginShellQuestion): Promise<Readonly<Record<string, string>>> {
  const { shell, environment, timeoutMs = 3 * secondMs } = question;
  const names = question.names.filter((name) => variableName.test(name));
  if (names.length === 0 || !path.isAbsolute(shell) || !knownShells.has(path.basename(shell))) {
    return Promise.resolve({});
  }
  // A profile may print anything.
  const mark = `fuelgauge-${randomUUID()}`;
  const command = ['printf', "'%s\\0'", mark, ...names.map((name) => `"$${name}"`)].join(' ');
  return new Promise((resolve) => {
    const child = spawn(shell, ['-i', '-l', '-c', command], {
      // Where a profile starts long-running programs, it can check this.
      env: { ...environment, FUELGAUGE_READS_PROFILE: '1' },
      stdio: ['ignore', 'pipe', 'ignore'],
      detached: true,
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    const finish = (): void => {
      clearTimeout(timer);
      if (child.pid !== undefined) endGroup(child.pid);
      child.stdout.destroy();
      resolve(parseAnswer(Buffer.concat(chunks).toString('utf8'), mark, names));
    };
    const timer = setTimeout(finish, timeoutMs);
    child.once('error', finish);
    child.once('exit', finish);
    child.stdout.on('data', (chunk: Buffer) => {
      chunks.push(chunk);
      bytes += chunk.length;
      if (bytes > maxOutputBytes || isComplete(chunks, mark, names.length)) finish();
    });
  });
}

function isComplete(chunks: readonly Buffer[], mark: string, names: number): boolean {
  const text = Buffer.concat(chunks).toString('utf8');
  const at = text.lastIndexOf(`${mark}\0`);
  return at !== -1 && text.slice(at).split('\0').length > names + 1;
}

function parseAnswer(text: string, mark: string, names: readonly string[]): Readonly<Record<string, string>> {
  const at = text.lastIndexOf(`${mark}\0`);
  if (at === -1) return {};
  const values = text.slice(at).split('\0').slice(1, -1);
  const known = names.map((name, index) => [name, values[index] ?? ''] as const);
  return Object.fromEntries(known.filter(([, value]) => value !== ''));
}

/** Ends the shell and whatever its profile started. */
function endGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // It has already ended.
  }
}
