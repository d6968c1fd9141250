import { createHash, randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { coverageFolders, isRecordingCoverage } from '../../build/coverage/folders.ts';
import type { PageCoverageFile } from '../../build/coverage/raw-scripts.ts';

const recorded = new WeakMap<Page, Promise<void>>();

/** Starts counting what a page runs, if this run records coverage. A second call waits for the first. */
export async function recordPageCoverage(page: Page): Promise<void> {
  if (!isRecordingCoverage()) return;
  const recording = recorded.get(page) ?? page.coverage.startJSCoverage({ resetOnNavigation: false });
  recorded.set(page, recording);
  await recording;
}

/** Saves the counts of a page that is about to close for the report. Does nothing if the page was not recorded. */
export async function keepPageCoverage(page: Page): Promise<void> {
  if (!recorded.delete(page) || page.isClosed()) return;
  const entries = await page.coverage.stopJSCoverage();
  await Promise.all(
    [coverageFolders.pages, coverageFolders.pageScripts].map((path) => mkdir(path, { recursive: true })),
  );
  const scripts = entries.flatMap(({ source, functions }) => {
    // A script that a test evaluates has no source map: it is not part of the app.
    if (source === undefined || !source.includes('//# sourceMappingURL=data:')) return [];
    return [{ hash: createHash('sha256').update(source).digest('hex').slice(0, 32), source, functions }];
  });
  for (const { hash, source } of scripts) await writeFile(join(coverageFolders.pageScripts, `${hash}.js`), source);
  const counts: PageCoverageFile = { scripts: scripts.map(({ hash, functions }) => ({ hash, functions })) };
  await writeFile(join(coverageFolders.pages, `${randomUUID()}.json`), JSON.stringify(counts));
}
