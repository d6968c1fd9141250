import { spawn } from 'node:child_process';
import { constants } from 'node:fs';
import { access, appendFile, mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { minuteMs, secondMs } from '../../../shared/domain/instant.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Logger } from '../../../shared/ports/logger.ts';
import { askedFileName, askedFolder, toAskedLine } from '../../../shared/sources/lib/asked-limits.ts';
import type { JsonRecord } from '../../../shared/sources/lib/json-record.ts';
import type { LimitQuestion, Source } from '../../../shared/sources/source.ts';
import { createRepeater, type Repeater } from './repeater.ts';

/** An agent is asked at most this often: it asks its provider. */
export const askEveryMs = 15 * minuteMs;
const lookEveryMs = minuteMs;
const timeoutMs = 20 * secondMs;
const executableEnding = process.platform === 'win32' ? '.exe' : '';
const maxOutputBytes = 1024 * 1024;

/** What asking needs. */
export interface AskOptions {
  readonly sources: readonly Source[];
  /** The sources that the person wants to be asked. */
  readonly chosen: () => readonly string[];
  readonly isPaused: () => boolean;
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timeoutMs?: number;
}

/** Asks the chosen agents' own programs for their limits, now and then; answers are read as logs are. */
export function createAskAgents(options: AskOptions): Repeater {
  const onError = (error: unknown): void => options.logger.warn(`an agent could not be asked: ${String(error)}`);
  return createRepeater(
    () => lookEveryMs,
    () => askDue(options),
    onError,
  );
}

/** Asks every chosen agent that was not asked within the last quarter of an hour, by whichever process. */
export async function askDue(options: AskOptions): Promise<void> {
  if (options.isPaused()) return;
  for (const { id, limitQuestion } of options.sources) {
    if (limitQuestion === undefined || !options.chosen().includes(id)) continue;
    const file = path.join(options.dataFolder, askedFolder, id, askedFileName);
    if (await wasAsked(file, options.clock.nowMs())) continue;
    const program = await findOnPath(limitQuestion.program, options.variables);
    if (program === null) continue;
    await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
    const answer = await askProgram(program, limitQuestion, options);
    // An empty line says that it was asked: one that is not logged in is not asked every minute.
    await appendFile(file, answer === null ? '\n' : toAskedLine(answer, options.clock.nowMs()), { mode: 0o600 });
  }
}

async function wasAsked(file: string, nowMs: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    return Math.abs(nowMs - mtimeMs) < askEveryMs;
  } catch {
    return false;
  }
}

/** The absolute path of a program on the `PATH`; null where there is none, or only a script that needs a shell. */
export async function findOnPath(
  name: string,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<string | null> {
  const folders = (variables['PATH'] ?? variables['Path'] ?? '').split(path.delimiter).filter(path.isAbsolute);
  for (const folder of folders) {
    const file = path.join(folder, name + executableEnding);
    const isThere = await access(file, constants.X_OK).then(
      () => true,
      () => false,
    );
    if (isThere) return file;
  }
  return null;
}

/** Runs a program without a shell, limited in time and output; null when it gives no answer. Never rejects. */
export function askProgram(
  program: string,
  { args, input, findAnswer }: LimitQuestion,
  options: Pick<AskOptions, 'dataFolder' | 'variables' | 'timeoutMs'>,
): Promise<JsonRecord | null> {
  return new Promise((resolve) => {
    const child = spawn(program, [...args], {
      cwd: options.dataFolder,
      env: { ...options.variables },
      shell: false,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    let text = '';
    let bytes = 0;
    const end = (answer: JsonRecord | null): void => {
      clearTimeout(timer);
      child.stdout.removeAllListeners('data');
      child.kill('SIGKILL');
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), options.timeoutMs ?? timeoutMs);
    child.on('error', () => end(null));
    child.on('close', () => end(null));
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      bytes += chunk.length;
      if (bytes > maxOutputBytes) return end(null);
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const found = findAnswer(line);
        if (found !== null) return end(found.ok ? found.answer : null);
      }
    });
    for (const line of input) child.stdin.write(line);
  });
}
