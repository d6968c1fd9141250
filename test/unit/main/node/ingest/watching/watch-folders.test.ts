import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { createFolderWatcher } from '../../../../../../main/node/ingest/watching/watch-folders.ts';

const chokidar = new EventEmitter();
vi.mock('chokidar', () => ({ watch: () => chokidar }));

it('is impaired when the system would not watch a folder, not when a folder may not be read', () => {
  const warnings: string[] = [];
  const watcher = createFolderWatcher({
    clock: { nowMs: () => 0 },
    platform: 'win32',
    isLog: () => true,
    isLogFolder: () => true,
    isExpected: () => false,
    onFile: () => undefined,
    onFolder: () => undefined,
    logger: { info: () => undefined, error: () => undefined, warn: (line) => void warnings.push(line) },
  });
  watcher.setFolders({ folders: ['/logs'], dormant: new Set() });
  const fail = (code: string): boolean => chokidar.emit('error', Object.assign(new Error(code), { code }));
  for (const code of ['EACCES', 'EPERM', 'EACCES']) fail(code);
  expect(watcher.isImpaired()).toBe(false);
  // Once, and not for ever.
  expect(warnings).toHaveLength(2);
  fail('ENOSPC');
  expect(watcher.isImpaired()).toBe(true);
});
