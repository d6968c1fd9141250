import { mkdir, readdir, readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { hashText } from '../../../shared/lib/hash-text.ts';
import { parseJsonRecord } from '../../../shared/lib/json-record.ts';
import {
  parseHistoryUse,
  toHistoryLine,
  type HistoryUse,
} from '../../../shared/sources/lib/imported-uses/history-use.ts';
import { replaceFile } from '../system/replace-file.ts';

/**
 * What was imported of other tools' history, `imports/history/<tool>/<folder>/<hash>.jsonl` in the data folder: one file
 * for each tool. The folder is a new one after everything was removed (see `Source.isImported`).
 */
function toRoot(dataFolder: string): string {
  return path.join(dataFolder, 'imports', 'history');
}

/** All of it, by tool. Rejects when the system cannot read. */
export async function readStoredHistory(dataFolder: string): Promise<ReadonlyMap<string, readonly HistoryUse[]>> {
  const tools = await list(toRoot(dataFolder));
  const entries = tools.map(async (tool) => [tool, await readUses(path.join(toRoot(dataFolder), tool))] as const);
  return new Map(await Promise.all(entries));
}

/** Replaces the stored uses of a tool. Returns whether anything changed. */
export async function replaceStoredHistory(
  dataFolder: string,
  tool: string,
  uses: readonly HistoryUse[],
  nowMs: number,
): Promise<boolean> {
  const root = path.join(toRoot(dataFolder), tool);
  const folders = await list(root);
  const text = uses.map((use) => `${toHistoryLine(use)}\n`).join('');
  const folder = path.join(root, folders[0] ?? String(nowMs));
  const name = `${hashText(text)}.jsonl`;
  const before = await list(folder);
  if (uses.length === 0 ? before.length === 0 : before.length === 1 && before[0] === name) return false;
  if (uses.length > 0) await replaceFile(path.join(folder, name), text);
  for (const file of before) if (file !== name) await rm(path.join(folder, file), { force: true });
  return true;
}

/** Drops those of the uses that are counted elsewhere. Returns whether there were any. */
export async function dropStoredUses(
  dataFolder: string,
  findCounted: (uses: readonly HistoryUse[]) => ReadonlySet<HistoryUse>,
  nowMs: number,
): Promise<boolean> {
  let hasDropped = false;
  for (const [tool, uses] of await readStoredHistory(dataFolder)) {
    const counted = findCounted(uses);
    if (counted.size === 0) continue;
    const left = uses.filter((use) => !counted.has(use));
    await replaceStoredHistory(dataFolder, tool, left, nowMs);
    hasDropped = true;
  }
  return hasDropped;
}

/** Removes a tool's history; returns how many files there were. */
export async function removeStoredHistory(dataFolder: string, tool: string): Promise<number> {
  const root = path.join(toRoot(dataFolder), tool);
  let files = 0;
  for (const folder of await list(root)) {
    files += (await list(path.join(root, folder))).filter((file) => file.endsWith('.jsonl')).length;
    await rm(path.join(root, folder), { recursive: true, force: true });
  }
  // The source's root stays, so that the removal of its files is noticed.
  if (files > 0) await mkdir(toRoot(dataFolder), { recursive: true });
  return files;
}

async function readUses(root: string): Promise<readonly HistoryUse[]> {
  const uses: HistoryUse[] = [];
  for (const folder of await list(root)) {
    for (const file of await list(path.join(root, folder))) {
      for (const line of (await readFile(path.join(root, folder, file), 'utf8')).split('\n')) {
        const record = parseJsonRecord(line);
        const use = record.ok ? parseHistoryUse(record.value) : null;
        if (use !== null && typeof use !== 'string') uses.push(use);
      }
    }
  }
  return uses;
}

async function list(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return [];
    throw error;
  });
  return names.sort();
}
