import { describe, expect, it } from 'vitest';
import { cursorRoots, isImport, isImportFolder } from '../../../../../shared/sources/cursor/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const linux: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('imports of Cursor', () => {
  it('are in our data folder, on every system', () => {
    expect(cursorRoots({ ...linux, dataFolder: '/data' })).toEqual([
      { path: '/data/imports/cursor', origin: 'imported' },
    ]);
    const windows = { ...linux, platform: 'win32', dataFolder: 'C:\\data' } as const;
    expect(cursorRoots(windows).map(({ path }) => path)).toEqual(['C:\\data\\imports\\cursor']);
    expect(cursorRoots(linux).map(({ path }) => path)).toEqual(['/home/ada/.fuelgauge/imports/cursor']);
  });

  it('are lines, one folder below', () => {
    expect(['1777/a.jsonl', 'a.jsonl', '1777/b/a.jsonl', '1777/a.csv'].map(isImport)).toEqual([
      true,
      false,
      false,
      false,
    ]);
    expect(['1777', '1777/b'].map(isImportFolder)).toEqual([true, false]);
  });
});
