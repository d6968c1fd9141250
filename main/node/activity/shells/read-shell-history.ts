import { createHash } from 'node:crypto';
import { open } from 'node:fs/promises';
import { constants } from 'node:fs';
import * as v from 'valibot';
import type { FindCalledTools } from '../../../../shared/activity/command-tools.ts';
import { countCommands, type CommandCounts } from '../../../../shared/activity/count-commands.ts';
import { parseShellHistory } from '../../../../shared/activity/shell-history.ts';
import { dayMs } from '../../../../shared/domain/instant.ts';
import { parseJsonAs } from '../../../../shared/lib/parse-json.ts';
import type { ShellHistoryPlace } from './shell-places.ts';

/** Of a larger history, only the end is read. */
const maxBytes = 16 * 1024 * 1024;
/** Older commands are not counted. */
const maxAgeMs = 366 * dayMs;

const cursorSchema = v.object({
  state: v.string(),
  end: v.nullable(v.object({ commands: v.pipe(v.number(), v.minValue(1), v.maxValue(100)), hash: v.string() })),
});

/** What was new in a history, and the cursor after it; null when nothing was, or it could not be read. */
export type ShellReading = { readonly counts: CommandCounts; readonly cursor: string } | null;

/** Reads a shell's history if it has changed since the cursor. No command of it is kept. Never rejects. */
export async function readShellHistory(
  { shell, path }: ShellHistoryPlace,
  cursor: string | undefined,
  { nowMs, findTools }: { readonly nowMs: number; readonly findTools: FindCalledTools },
): Promise<ShellReading> {
  const before = cursor === undefined ? { state: '', end: null } : parseJsonAs(cursorSchema, cursor);
  if (before === null) return null;
  const read = await readEnd(path, before.state).catch(() => null);
  if (read === null) return null;
  const counts = countCommands(parseShellHistory(shell, read.text), shell, {
    findTools,
    before: before.end,
    fromMs: nowMs - maxAgeMs,
    hash: (text) => createHash('sha256').update(text).digest('base64url'),
  });
  return { counts, cursor: JSON.stringify({ state: read.state, end: counts.end }) };
}

/** The text of a regular file, unless it is as it was; whole lines only. A pipe is not waited for. */
async function readEnd(path: string, state: string): Promise<{ readonly text: string; readonly state: string } | null> {
  const handle = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const facts = await handle.stat();
    const next = JSON.stringify([facts.size, facts.mtimeMs]);
    if (!facts.isFile() || next === state) return null;
    const start = Math.max(0, facts.size - maxBytes);
    const buffer = Buffer.alloc(Math.min(facts.size, maxBytes));
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, start);
    const text = buffer.toString('utf8', 0, bytesRead);
    return { text: start === 0 ? text : text.slice(text.indexOf('\n') + 1), state: next };
  } finally {
    await handle.close();
  }
}
