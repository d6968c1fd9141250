import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { constants } from 'node:fs';
import { access, appendFile, mkdir, rename, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { AskedAgent, AskOutcome } from '../../../../shared/domain/asked-agent.ts';
import type { SourceId } from '../../../../shared/domain/ids.ts';
import { minuteMs, secondMs } from '../../../../shared/domain/instant.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { Logger } from '../../../../shared/ports/logger.ts';
import {
  askedBeforeName,
  askedFileName,
  askedFolder,
  toAskedLine,
} from '../../../../shared/sources/lib/asked-limits.ts';
import type { JsonRecord } from '../../../../shared/lib/json-record.ts';
import type { LimitQuestion, Source } from '../../../../shared/sources/source.ts';
import { createRepeater, type Repeater } from '../repeater.ts';

/** The shortest time between two questions to one agent: each makes it ask its provider. */
export const askEveryMs = 15 * minuteMs;
/** The same when the person asks. */
const askNowEveryMs = minuteMs;
const lookEveryMs = minuteMs;
const timeoutMs = 20 * secondMs;
/** How long to wait for the rest of a program's output once it has ended. */
const drainMs = 500;
const isPosix = process.platform !== 'win32';
const executableEnding = process.platform === 'win32' ? '.exe' : '';
const maxOutputBytes = 1024 * 1024;
/** Weeks of answers. The ledger has them; the file is for rebuilding it. */
const maxFileBytes = 4 * 1024 * 1024;

/** What asking needs. */
export interface AskOptions {
  readonly sources: readonly Source[];
  /** The sources that the person wants to be asked. */
  readonly chosen: () => readonly string[];
  readonly isPaused: () => boolean;
  /** Of several processes, only the one that writes the ledger asks unprompted. */
  readonly isWriter: () => boolean;
  readonly dataFolder: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly timeoutMs?: number;
}

/** Asks agents' own programs for their limits; answers are read like logs. One question at a time. */
export interface AgentAsker {
  /** Asks every chosen agent that no process has asked within the last quarter of an hour. */
  askDue(): Promise<readonly AskedAgent[]>;
  /** Asks now, because the person wants it: one source, or all chosen ones. */
  askNow(source: SourceId | null): Promise<readonly AskedAgent[]>;
}

/** Builds it. */
export function createAgentAsker(options: AskOptions): AgentAsker {
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (source: SourceId | null, restMs: number): Promise<readonly AskedAgent[]> => {
    const next = last.then(() => askAll(options, source, restMs));
    last = next.catch(() => undefined);
    return next;
  };
  return {
    askDue: async () => (options.isWriter() ? inTurn(null, askEveryMs) : []),
    askNow: (source) => inTurn(source, askNowEveryMs),
  };
}

/** Asks periodically. */
export function createAskAgents(options: Pick<AskOptions, 'logger'>, asker: AgentAsker): Repeater {
  const onError = (error: unknown): void => options.logger.warn(`an agent could not be asked: ${String(error)}`);
  return createRepeater(
    () => lookEveryMs,
    async () => void (await asker.askDue()),
    onError,
  );
}

async function askAll(options: AskOptions, source: SourceId | null, restMs: number): Promise<readonly AskedAgent[]> {
  const asked: AskedAgent[] = [];
  for (const { id, limitQuestion } of options.sources) {
    if (limitQuestion === undefined || (source !== null && id !== source)) continue;
    const isAllowed = options.chosen().includes(id) && !options.isPaused();
    const outcome = isAllowed ? await askOne(options, id, limitQuestion, restMs) : 'not-allowed';
    asked.push({ source: id, program: limitQuestion.program, outcome });
  }
  return asked;
}

async function askOne(options: AskOptions, id: SourceId, question: LimitQuestion, restMs: number): Promise<AskOutcome> {
  const file = path.join(options.dataFolder, askedFolder, id, askedFileName);
  if (await wasAsked(file, options.clock.nowMs(), restMs)) return 'asked-before';
  const program = await findOnPath(question.program, options.variables);
  if (program === null) return 'not-found';
  await mkdir(path.dirname(file), { recursive: true, mode: 0o700 });
  const isNewEnough = question.minVersion === undefined || (await isAtLeast(program, question.minVersion, options));
  const answer = isNewEnough ? await askProgram(program, question, options) : null;
  await setAsideFull(file);
  // An empty line records the question, so that an agent that is not logged in is not asked every minute.
  await appendFile(file, answer === null ? '\n' : toAskedLine(answer, options.clock.nowMs()), { mode: 0o600 });
  return !isNewEnough ? 'too-old' : answer === null ? 'no-answer' : 'answered';
}

async function setAsideFull(file: string): Promise<void> {
  try {
    const { size } = await stat(file);
    if (size > maxFileBytes) await rename(file, path.join(path.dirname(file), askedBeforeName));
  } catch {
    // There is no file yet, or it cannot be renamed now; the next answer tries again.
  }
}

async function wasAsked(file: string, nowMs: number, restMs: number): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(file);
    return Math.abs(nowMs - mtimeMs) < restMs;
  } catch {
    return false;
  }
}

/** Whether a program reports at least this version. One that reports none is not asked further. */
async function isAtLeast(
  program: string,
  minVersion: NonNullable<LimitQuestion['minVersion']>,
  options: AskOptions,
): Promise<boolean> {
  const findAnswer: LimitQuestion['findAnswer'] = (text) => {
    const parts = /(?:^|[\sv])(\d{1,6})\.(\d{1,6})\.(\d{1,6})\b/.exec(text.slice(0, 1_000));
    return parts === null ? null : { ok: true, answer: { version: parts.slice(1).map(Number) } };
  };
  const answer = await askProgram(program, { program, args: ['--version'], input: [], findAnswer }, options);
  const version = answer?.['version'] as readonly number[] | undefined;
  if (version === undefined) return false;
  const differing = minVersion.findIndex((part, index) => version[index] !== part);
  return differing === -1 || (version[differing] ?? 0) > (minVersion[differing] ?? 0);
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

/**
 * Runs a program without a shell, in an empty folder of our own, limited in time and output; null when it gives no
 * answer. Never rejects.
 */
async function askProgram(
  program: string,
  { args, input, findAnswer }: LimitQuestion,
  options: Pick<AskOptions, 'dataFolder' | 'variables' | 'timeoutMs'>,
): Promise<JsonRecord | null> {
  // There are no project settings, hooks or instructions in it.
  const cwd = path.join(options.dataFolder, askedFolder, 'empty');
  await mkdir(cwd, { recursive: true, mode: 0o700 });
  return new Promise((resolve) => {
    const env = { ...options.variables };
    const child = spawn(program, [...args], {
      cwd,
      env,
      shell: false,
      // A process group can be ended as a whole. Windows has none, and would open a console window.
      detached: isPosix,
      stdio: ['pipe', 'pipe', 'ignore'],
      windowsHide: true,
    });
    const output = createAnswerFinder(findAnswer);
    let isEnded = false;
    const end = (answer: JsonRecord | null): void => {
      // Only once: its process group id may be reused later.
      if (isEnded) return;
      isEnded = true;
      clearTimeout(timer);
      clearTimeout(drain);
      endWithAll(child);
      resolve(answer);
    };
    const timer = setTimeout(() => end(null), options.timeoutMs ?? timeoutMs);
    let drain: NodeJS.Timeout | undefined;
    child.on('error', () => end(null));
    // A process that it leaves running may keep the pipe open.
    child.on('exit', () => {
      if (!isEnded) drain = setTimeout(() => end(output.finish()), drainMs);
    });
    child.on('close', () => end(output.finish()));
    child.stdin.on('error', () => undefined);
    child.stdout.setEncoding('utf8').on('data', (chunk: string) => {
      const found = output.add(chunk);
      if (found !== undefined) end(found);
    });
    for (const line of input) child.stdin.write(line);
    // Without a question, it must not wait for input.
    if (input.length === 0) child.stdin.end();
  });
}

/** Kills a program and everything that it started, and stops reading from it. */
function endWithAll(child: ChildProcessByStdio<Writable, Readable, null>): void {
  child.stdout.removeAllListeners('data').destroy();
  child.stdin.destroy();
  try {
    if (isPosix && child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    else child.kill('SIGKILL');
  } catch {
    // Everything has already ended.
  }
}

/**
 * Finds the answer in an output of limited size: in one of its lines or, at the end, in all of it. Escape sequences are
 * removed first.
 */
function createAnswerFinder(findAnswer: LimitQuestion['findAnswer']) {
  let all = '';
  let text = '';
  const pick = (found: ReturnType<LimitQuestion['findAnswer']>): JsonRecord | null | undefined =>
    found === null ? undefined : found.ok ? found.answer : null;
  return {
    /** Undefined while there is no answer yet; null when there will be none. */
    add(chunk: string): JsonRecord | null | undefined {
      all += chunk;
      if (all.length > maxOutputBytes) return null;
      const lines = (text + chunk).split('\n');
      text = lines.pop() ?? '';
      for (const line of lines) {
        const found = pick(findAnswer(cleanText(line)));
        if (found !== undefined) return found;
      }
      return undefined;
    },
    finish: (): JsonRecord | null => pick(findAnswer(cleanText(all))) ?? null,
  };
}
