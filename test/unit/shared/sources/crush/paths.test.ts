import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { crush } from '../../../../../shared/sources/crush/descriptor.ts';
import { crushExtraRoots, crushRoots, isCrushDatabase } from '../../../../../shared/sources/crush/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Crush roots', () => {
  it('are in the homes, and in the projects that the person adds', () => {
    expect(crushRoots(host)).toEqual([{ path: '/home/ada/.crush', origin: 'default' }]);
    const other = { path: '\\\\wsl$\\Ubuntu\\home\\ada', device: 'Ubuntu' };
    expect(
      crushRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada', otherHomes: [other] }).map(({ path }) => path),
    ).toEqual(['C:\\Users\\ada\\.crush', '\\\\wsl$\\Ubuntu\\home\\ada\\.crush']);
    expect(crushExtraRoots('/work/loom', 'linux').map(({ path }) => path)).toEqual(['/work/loom', '/work/loom/.crush']);
  });

  it('hold one file that is read, and no folder that is entered: an added project is not searched', () => {
    expect(['crush.db', 'crush.json', 'crush.db-wal', 'logs/crush.db', '.crush/crush.db'].map(isCrushDatabase)).toEqual(
      [true, false, false, false, false],
    );
    expect(['logs', '.crush', 'src'].some((folder) => crush.isLogFolder(folder))).toBe(false);
  });
});
