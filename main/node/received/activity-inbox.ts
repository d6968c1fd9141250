import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import * as v from 'valibot';
import { activityKinds, activityOrigins, type ActivityRow } from '../../../shared/domain/activity.ts';
import type { ActivityStore } from '../../../shared/ports/activity-store.ts';
import { readJsonFile } from '../system/read-json-file.ts';

const folderName = 'activity-inbox';
const cursorName = 'inbox';
/** Files that wait for a writer of the ledger; more are refused, so that the sender keeps its counts. */
const maxFiles = 5_000;
const maxFileBytes = 1024 * 1024;
/** Files that are processed at once. */
const filesAtOnce = 500;
/** Names of files that are remembered, about 10 kB: a batch that is sent again comes before this many others. */
const keptNames = 256;
const namePattern = /^[0-9a-f-]{36}\.json$/;

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const rowsSchema = v.array(
  v.strictObject({
    startMs: count,
    grainMs: v.literal(900_000),
    kind: v.picklist(activityKinds),
    name: v.pipe(v.string(), v.maxLength(300)),
    via: v.pipe(v.string(), v.maxLength(100)),
    origin: v.picklist(activityOrigins),
    activeMs: count,
    count,
    inputTokens: count,
    outputTokens: count,
  }),
);

/**
 * Hands rows to the process that writes the ledger of a data folder. Resolves when they are on the disk; rejects when
 * they cannot be written, or too many wait already. Rows with the id of a batch, a UUID, count once, however often they are
 * handed over.
 */
export async function putIntoInbox(
  dataFolder: string,
  rows: readonly ActivityRow[],
  batch: string | null = null,
): Promise<void> {
  if (rows.length === 0) return;
  const folder = path.join(dataFolder, folderName);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length >= maxFiles) throw new Error('too many counts wait for the ledger');
  const file = path.join(folder, `${batch ?? randomUUID()}.json`);
  // Two copies that arrive at the same time end up in one file.
  const written = `${file}.${randomUUID()}.tmp`;
  const handle = await open(written, 'wx', 0o600);
  try {
    await handle.writeFile(JSON.stringify(rows));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(written, file);
}

/**
 * Processes waiting files. Each counts once, even when the process ends between writing the ledger and deleting the
 * file, or when a batch comes again: the ledger knows the names of the last ones. Rejects when the ledger cannot be written.
 */
export async function takeFromInbox(dataFolder: string, store: ActivityStore): Promise<void> {
  const folder = path.join(dataFolder, folderName);
  const found = (await readdir(folder).catch(() => [])).filter((name) => namePattern.test(name)).sort();
  const waiting = found.slice(0, filesAtOnce);
  if (waiting.length === 0) return;
  const before = (store.activityCursors().get(cursorName) ?? '').split(' ');
  const known = new Set(before);
  const contents = await Promise.all(
    waiting.map((name) => readJsonFile(path.join(folder, name), rowsSchema, maxFileBytes)),
  );
  const added = waiting.flatMap((name, index) => (known.has(name) ? [] : (contents[index] ?? [])));
  const taken = [...before.filter((name) => name !== '' && !waiting.includes(name)), ...waiting];
  const names = taken.slice(-Math.max(keptNames, waiting.length)).join(' ');
  store.recordActivity({ added, raised: [], cursors: new Map([[cursorName, names]]) });
  for (const name of waiting) await rm(path.join(folder, name), { force: true, recursive: true });
}
