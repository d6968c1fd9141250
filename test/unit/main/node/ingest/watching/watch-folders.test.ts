import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { createFolderWatcher } from '../../../../../../main/node/ingest/watching/watch-folders.ts';

const chokidar = Object.assign(new EventEmitter(), { add: vi.fn(), unwatch: vi.fn() });
vi.mock('chokidar', () => ({ watch: () => chokidar }));

function watchFolders(...folders: string[]) {
  chokidar.removeAllListeners();
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
  watcher.setFolders({ folders, dormant: new Set() });
  const fail = (code: string, path?: string): boolean =>
    chokidar.emit('error', Object.assign(new Error(code), { code }, path === undefined ? {} : { path }));
  return { watcher, warnings, fail };
}

it('is impaired when the system would not watch a folder, not when a folder may not be read', () => {
  const { watcher, warnings, fail } = watchFolders('/logs');
  for (const code of ['EACCES', 'EPERM', 'EACCES']) fail(code, '/logs/a');
  expect(watcher.impaired()).toEqual(new Set());
  // Once, and not for ever.
  expect(warnings).toHaveLength(2);
  fail('ENOSPC');
  expect(watcher.impaired()).toBe('everything');
});

it('knows in which folders, until they are followed no more', () => {
  const { watcher, warnings, fail } = watchFolders('/a', '/b', '/ab');
  fail('ENOSPC', '/a/project');
  // The same failure elsewhere is not news, but it counts.
  fail('ENOSPC', '/b');
  expect(watcher.impaired()).toEqual(new Set(['/a', '/b']));
  expect(warnings).toHaveLength(1);
  watcher.setFolders({ folders: ['/a', '/ab'], dormant: new Set() });
  expect(watcher.impaired()).toEqual(new Set(['/a']));
});

it('is impaired everywhere when the failure is about no folder that it knows', () => {
  const { watcher, fail } = watchFolders('/a', '/b');
  fail('EMFILE', '/elsewhere');
  expect(watcher.impaired()).toBe('everything');
});
