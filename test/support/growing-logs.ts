import { appendFile, mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { dayMs, minuteMs, secondMs } from '../../shared/domain/instant.ts';
import { claudeFile, claudeLine, codexFile, codexRollout, type CodexRequest } from './agent-logs.ts';

/** Numbers from 0 to 1 that are the same in every run. */
export function createRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some bytes to append to a file. */
export interface LogGrowth {
  readonly file: string;
  readonly text: string;
}

const sessions = 6;
const parentId = '019e0000-0000-7000-8000-000000000001';

/**
 * Logs as agents write them: responses in several growing rows, old and new, sessions that were resumed
 * (copied into another session), a rollout and its forks.
 */
export function oldLogs(home: string, nowMs: number): readonly LogGrowth[] {
  const logs = Array.from({ length: sessions }, (_, session) => ({
    file: claudeFile(home, `session-${session}`),
    text: Array.from({ length: 50 }, (_, place) => streamed(session, place, nowMs)).join(''),
  }));
  return [...logs, { file: codexFile(home, parentId), text: codexRollout(parentId, codexRequests(nowMs, 40)) }];
}

/** What is written in a step: the next responses, and sometimes a resumed session or a fork. */
export function newGrowth(home: string, nowMs: number, step: number): readonly LogGrowth[] {
  const session = step % sessions;
  const growth = [0, 1].map((part) => ({
    file: claudeFile(home, `session-${(session + part) % sessions}`),
    text: streamed((session + part) % sessions, 1000 + step * 2 + part, nowMs),
  }));
  if (step % 5 === 2) {
    // Sorts after the session that it was copied from, which therefore keeps its own responses.
    const text = Array.from({ length: 30 }, (_, place) =>
      streamed(session, place, nowMs, `session-${session}-resumed`),
    );
    growth.push({ file: claudeFile(home, `session-${session}-resumed-${step}`), text: text.join('') });
  }
  if (step % 7 === 3) {
    const threadId = `019e0000-0000-7000-8000-0000000001${String(step).padStart(2, '0')}`;
    growth.push({ file: codexFile(home, threadId), text: fork(threadId, nowMs, step) });
  }
  return growth;
}

/** Appends each text in two writes, the first of which may end inside a character. */
export async function grow(growth: readonly LogGrowth[], random: () => number): Promise<void> {
  for (const { file, text } of growth) {
    await mkdir(dirname(file), { recursive: true });
    const bytes = Buffer.from(text);
    const cut = Math.floor(random() * bytes.length);
    await appendFile(file, bytes.subarray(0, cut));
    await nextTurn();
    await appendFile(file, bytes.subarray(cut));
  }
}

function streamed(session: number, place: number, nowMs: number, as = `session-${session}`): string {
  // Half of the old ones will be rolled up, but none of the new ones.
  const daysAgo = place >= 1000 ? 0 : place % 2 === 0 ? 60 : 5;
  const atMs = nowMs - daysAgo * dayMs - (sessions - session) * minuteMs - (place % 50) * secondMs;
  const id = session * 10_000 + place;
  return [1, 70, 300]
    .map((output) => claudeLine({ id, atMs, session: as, project: '/home/ada/schön', output }))
    .join('');
}

function codexRequests(nowMs: number, count: number): readonly CodexRequest[] {
  const startMs = nowMs - 50 * dayMs;
  return Array.from({ length: count }, (_, place) => ({
    atMs: startMs + place * minuteMs,
    input: 900 + place,
    cached: 300,
    output: 50 + place,
    usedPercent: place,
    resetsAtMs: startMs + 300 * minuteMs,
  }));
}

/** The parent's past, written at the time of the fork, and one request of its own. */
function fork(threadId: string, nowMs: number, step: number): string {
  const past = codexRequests(nowMs, 20);
  const atMs = nowMs - 10 * minuteMs + step * secondMs;
  const lines = codexRollout(threadId, [
    ...past.map((request) => ({ ...request, atMs })),
    { ...past[0]!, atMs: atMs + minuteMs, output: 77 },
  ]);
  return lines.replace('"cwd":"/home/ada/cli"', `"cwd":"/home/ada/cli","forked_from_id":"${parentId}"`);
}
