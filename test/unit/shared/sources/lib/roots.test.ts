import { describe, expect, it } from 'vitest';
import { dataRoot, extraStoreRoots, storeRoots } from '../../../../../shared/sources/lib/roots.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const store = { path: ['.loom', 'agent', 'sessions'], variables: ['LOOM_DIR', 'OLD_LOOM_DIR'] } as const;

describe('a store', () => {
  it('is in the home folder and in other homes', () => {
    expect(storeRoots({ ...host, otherHomes: [{ path: '/mnt/b', device: 'b' }] }, store)).toEqual([
      { path: '/home/ada/.loom/agent/sessions', origin: 'default' },
      { path: '/mnt/b/.loom/agent/sessions', origin: 'home /mnt/b' },
    ]);
  });

  it('is in each folder that a variable names, instead of the home folder', () => {
    const variables = { LOOM_DIR: '/x/', OLD_LOOM_DIR: '/y' };
    expect(storeRoots({ ...host, variables }, store)).toEqual([
      { path: '/x/sessions', origin: 'LOOM_DIR' },
      { path: '/y/sessions', origin: 'OLD_LOOM_DIR' },
    ]);
    expect(storeRoots({ ...host, variables: { LOOM_DIR: 'relative' } }, store)).toEqual([
      { path: '/home/ada/.loom/agent/sessions', origin: 'default' },
    ]);
  });

  it('named by the user may be the store itself, its parent folder or a home folder', () => {
    expect(extraStoreRoots('/x/sessions', 'linux', store)).toEqual([{ path: '/x/sessions', origin: 'settings' }]);
    expect(extraStoreRoots('/x', 'linux', store)).toEqual([
      { path: '/x/sessions', origin: 'settings' },
      { path: '/x/.loom/agent/sessions', origin: 'settings' },
    ]);
  });
});

describe('the data folder', () => {
  it('is set by a variable or is in the home folder', () => {
    expect(dataRoot(host, 'loom', 'storage')).toEqual({
      path: '/home/ada/.local/share/loom/storage',
      origin: 'default',
    });
    expect(dataRoot({ ...host, variables: { XDG_DATA_HOME: '/x' } }, 'loom')).toEqual({
      path: '/x/loom',
      origin: 'XDG_DATA_HOME',
    });
  });
});
