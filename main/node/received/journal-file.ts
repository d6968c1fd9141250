import { createReadStream } from 'node:fs';
import { mkdir, open, stat, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { parseJournalRecord } from '../../../shared/sources/lib/telemetry-journal.ts';
import { parseJsonRecord } from '../../../shared/lib/json-record.ts';
import type { TelemetryUse } from '../../../shared/sources/telemetry.ts';

const fileMode = 0o600;
const newline = 0x0a;

/** The size of a journal in bytes; null where there is none, or something else in its place. */
export async function readJournalSize(file: string): Promise<number | null> {
  const found = await stat(file).catch(() => null);
  return found?.isFile() === true ? found.size : null;
}

/** The responses of a journal, one at a time, however long it is; damaged lines are skipped. */
export async function* readJournal(file: string): AsyncGenerator<TelemetryUse & { readonly isEarly?: true }> {
  if ((await readJournalSize(file)) === null) return;
  const lines = createInterface({ input: createReadStream(file, 'utf8'), crlfDelay: Infinity });
  for await (const line of lines) {
    const record = parseJsonRecord(line);
    const use = record.ok ? parseJournalRecord(record.value) : null;
    if (use !== null) yield use;
  }
}

/**
 * Appends lines; resolves when they are on the disk. What a crash has left of a line before them ends up on a line
 * of its own, which is skipped. Rejects when the system cannot write: then any part of them may have been written.
 */
export async function appendToJournal(file: string, lines: readonly string[]): Promise<void> {
  await mkdir(path.dirname(file), { recursive: true });
  const isNew = (await readJournalSize(file)) === null;
  const handle = await open(file, 'a+', fileMode);
  try {
    const before = (await isCut(handle)) ? '\n' : '';
    await handle.appendFile(before + lines.map((line) => `${line}\n`).join(''));
    await handle.sync();
  } finally {
    await handle.close();
  }
  if (isNew) await syncFolder(path.dirname(file));
}

async function isCut(handle: FileHandle): Promise<boolean> {
  const { size } = await handle.stat();
  if (size === 0) return false;
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1);
  return buffer[0] !== newline;
}

/** A new file's name is on the disk only with its folder. Some systems cannot do that, and do not need it. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null);
  await handle?.sync().catch(() => undefined);
  await handle?.close();
}
