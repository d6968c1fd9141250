import type { ActivityTables } from '../../../../shared/activity/activity-tables.ts';
import type { ActivityReport } from '../../../../shared/domain/activity-sums.ts';
import type { ActivityStore } from '../../../../shared/ports/activity-store.ts';
import { loadSqlite } from '../../sqlite/sqlite-driver.ts';
import type { BrowserPlace } from './browser-places.ts';
import { findHistories } from './find-histories.ts';
import { parseHistoryCursor, unreadHistory } from './history-cursor.ts';
import { readHistory } from './read-history.ts';

/** A browser whose history could not be read. */
export type BrowserFailure = ActivityReport['failures'][number];

/** Reads what is new in the histories of all browsers into the ledger; rejects only when that cannot be written. */
export async function scanHistories(
  places: readonly BrowserPlace[],
  { store, tables, nowMs }: { readonly store: ActivityStore; readonly tables: ActivityTables; readonly nowMs: number },
): Promise<readonly BrowserFailure[]> {
  const driver = loadSqlite();
  if (!driver.ok) return [];
  const { files, refused } = await findHistories(places);
  const failures: BrowserFailure[] = refused.map((browser) => ({ browser, failure: 'not-allowed' }));
  const domains = tables.sites.map(({ domain }) => domain);
  const cursors = store.activityCursors();
  for (const file of files) {
    const name = `history:${file.path}`;
    const stored = cursors.get(name);
    const cursor = stored === undefined ? unreadHistory : parseHistoryCursor(stored);
    // Reading everything again would count it twice.
    if (cursor === null) continue;
    const reading = await readHistory(file, cursor, { driver: driver.value, match: tables.matchSite, domains, nowMs });
    if (reading.kind === 'failed') failures.push({ browser: file.browser, failure: reading.failure });
    if (reading.kind !== 'read') continue;
    const next = new Map([[name, JSON.stringify(reading.cursor)]]);
    store.recordActivity({ added: reading.rows, raised: [], cursors: next });
  }
  return failures;
}
