import { spawn, type ChildProcessByStdio } from 'node:child_process';
import type { Socket } from 'node:net';
import type { Readable, Writable } from 'node:stream';
import { StringDecoder } from 'node:string_decoder';
import type { ProbeFailure } from '../../../shared/domain/failures.ts';
import { ProbeError } from './probe-error.ts';

/** A table of thousands of processes with their command lines stays far below this. */
const maxOutputLength = 64 * 1024 * 1024;

/** A program that stays and answers one request after the other, because starting it costs more than its answer. */
export interface ResidentProgram {
  /**
   * What it prints in answer to a request. Starts it if need be. Rejects with a `ProbeError` when it cannot be started,
   * ends, says that the request failed, or takes longer than `timeoutMs`, in which case it is killed.
   */
  ask(request: string): Promise<string>;
  /** Ends it; the next request starts another. */
  close(): void;
}

/** How to start it, and how it is spoken to. */
export interface ResidentProgramOptions {
  readonly program: string;
  readonly args: readonly string[];
  /**
   * What to write for a request, line feeds included: the program must print the answer, then a line with `mark`, and
   * ` ok` or ` failed`.
   */
  readonly frame: (request: string, mark: string) => string;
  readonly timeoutMs: number;
  /** It ends after this long without a request. */
  readonly idleMs: number;
}

type Child = ChildProcessByStdio<Writable, Readable, null>;

interface Running {
  readonly child: Child;
  /** Ends the request that is waiting. */
  answer: ((end: { readonly text: string } | ProbeFailure) => void) | null;
  text: string;
  mark: string;
}

/** Builds it; nothing is started yet. Requests wait for each other. It keeps this process alive only while it answers. */
export function createResidentProgram(options: ResidentProgramOptions): ResidentProgram {
  const { program, timeoutMs } = options;
  let running: Running | null = null;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;
  let asked = 0;

  const stop = (failure: ProbeFailure | null, isKilled: boolean): void => {
    clearTimeout(idle);
    const stopped = running;
    running = null;
    // It ends when its input does; one that hangs does not notice.
    if (isKilled) stopped?.child.kill('SIGKILL');
    else stopped?.child.stdin.end();
    if (failure !== null) stopped?.answer?.(failure);
  };

  const start = (): Running => {
    const started = startProgram(options, (failure) => {
      if (running === started) stop(failure, true);
    });
    running = started;
    return started;
  };

  const askNow = async (request: string): Promise<string> => {
    clearTimeout(idle);
    const current = running ?? start();
    setReferenced(current.child, true);
    const timer = setTimeout(() => stop({ kind: 'timed-out', program, timeoutMs }, true), timeoutMs);
    const end = await new Promise<{ readonly text: string } | ProbeFailure>((resolve) => {
      current.answer = resolve;
      current.text = '';
      current.mark = `fuelgauge-answer-${(asked += 1)}`;
      current.child.stdin.write(options.frame(request, current.mark));
    });
    clearTimeout(timer);
    current.answer = null;
    setReferenced(current.child, false);
    if (running === current) idle = setTimeout(() => stop(null, false), options.idleMs).unref();
    if ('text' in end) return end.text;
    throw new ProbeError(end);
  };

  return {
    ask(request) {
      const answer = last.then(() => askNow(request));
      last = answer.catch(() => undefined);
      return answer;
    },
    close: () => stop({ kind: 'cannot-run', program }, false),
  };
}

function startProgram({ program, args }: ResidentProgramOptions, onFailure: (failure: ProbeFailure) => void): Running {
  const child = spawn(program, [...args], { stdio: ['pipe', 'pipe', 'ignore'], windowsHide: true });
  const decoder = new StringDecoder('utf8');
  const running: Running = { child, answer: null, text: '', mark: '' };
  // Reported when it exits.
  child.stdin.on('error', () => undefined);
  child.on('error', () => onFailure({ kind: 'cannot-run', program }));
  child.on('close', (code) => onFailure({ kind: 'failed', program, exitCode: code ?? -1 }));
  child.stdout.on('data', (bytes: Buffer) => {
    running.text += decoder.write(bytes);
    if (running.text.length > maxOutputLength) return onFailure({ kind: 'unreadable-output', program });
    const end = findEnd(running.text, running.mark);
    if (end === null) return;
    running.answer?.(end.isOk ? { text: running.text.slice(0, end.at) } : { kind: 'failed', program, exitCode: 1 });
  });
  return running;
}

/** Where the line with the mark begins, and what it says; null when it has not come completely. */
function findEnd(text: string, mark: string): { readonly at: number; readonly isOk: boolean } | null {
  const at = text.lastIndexOf(`${mark} `);
  if (at === -1 || (at > 0 && text[at - 1] !== '\n')) return null;
  const [, word] = /^(ok|failed)\r?\n/.exec(text.slice(at + mark.length + 1)) ?? [];
  return word === undefined ? null : { at, isOk: word === 'ok' };
}

function setReferenced(child: Child, isReferenced: boolean): void {
  // Both streams are sockets, whatever their types say.
  for (const handle of [child, child.stdin as Socket, child.stdout as Socket]) {
    if (isReferenced) handle.ref();
    else handle.unref();
  }
}
