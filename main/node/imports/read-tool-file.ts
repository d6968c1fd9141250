import { constants } from 'node:fs';
import { open } from 'node:fs/promises';
import { largestImport } from '../../../shared/domain/import-result.ts';
import { findHistoryImporter } from '../../../shared/imports/all-importers.ts';
import { toRowLines, type HistoryImporter } from '../../../shared/imports/history-import.ts';
import { fail, ok, type Result } from '../../../shared/lib/result.ts';
import { toLogDatabase } from '../ingest/databases/log-database.ts';
import { openAsGuest } from '../ingest/databases/open-as-guest.ts';
import { loadSqlite } from '../sqlite/sqlite-driver.ts';
import { readImport, type ImportFileFailure } from './read-import.ts';

/** The beginning of every SQLite database, "SQLite format 3" and a zero byte: https://sqlite.org/fileformat.html */
const databaseHead = Buffer.from('53514c69746520666f726d6174203300', 'hex');

const attempts = 3;

/**
 * The text of a tool's file that is to be imported; of a database, what the tool's importer selects, as lines of JSON.
 * Nothing is written next to a database, whether its owner runs or not. Never rejects.
 */
export async function readToolFile(tool: string, file: string): Promise<Result<string, ImportFileFailure>> {
  const importer = findHistoryImporter(tool);
  if (importer?.readRows === undefined || !(await isDatabase(file))) return readImport(file);
  try {
    for (let attempt = 1; attempt <= attempts; attempt++) {
      const text = await readRows(importer, file);
      if (text !== null) return text;
    }
  } catch {
    // A damaged database, or one that its owner keeps locked.
  }
  return fail('not-readable');
}

async function isDatabase(file: string): Promise<boolean> {
  const opened = await open(file, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)).catch(() => null);
  if (opened === null) return false;
  try {
    if (!(await opened.stat()).isFile()) return false;
    const { buffer, bytesRead } = await opened.read(Buffer.alloc(databaseHead.length), 0, databaseHead.length, 0);
    return bytesRead === databaseHead.length && buffer.equals(databaseHead);
  } catch {
    return false;
  } finally {
    await opened.close();
  }
}

/** Null when the database was written to meanwhile; an empty text when it is not a database of this tool. */
async function readRows(importer: HistoryImporter, file: string): Promise<Result<string, ImportFileFailure> | null> {
  const driver = loadSqlite();
  if (!driver.ok) return fail('not-readable');
  const guest = await openAsGuest(driver.value, file);
  try {
    const rows = importer.readRows!(toLogDatabase(guest.database));
    const parts: string[] = [];
    let length = 0;
    for (const line of rows === null ? [] : toRowLines(importer.tool, rows)) {
      length += line.length;
      if (length > largestImport) return fail('too-large');
      parts.push(line);
    }
    return (await guest.isTrue()) ? ok(parts.join('')) : null;
  } finally {
    await guest.close();
  }
}
