import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { crushProjects } from '../../../../../shared/sources/crush/projects.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

function read(projects: unknown, platform: HostEnvironment['platform'] = 'linux'): readonly string[] {
  return crushProjects.readFolders(JSON.stringify({ projects }), platform);
}

describe("Crush's list of projects", () => {
  it('is in its data folder', () => {
    const filesOf = (changes: Partial<HostEnvironment>) => crushProjects.files({ ...host, ...changes });
    expect(filesOf({})).toEqual(['/home/ada/.local/share/crush/projects.json']);
    expect(filesOf({ variables: { XDG_DATA_HOME: '/data' } })).toEqual(['/data/crush/projects.json']);
    expect(filesOf({ variables: { XDG_DATA_HOME: '/data', CRUSH_GLOBAL_DATA: '/own' } })).toEqual([
      '/own/projects.json',
    ]);
    const windows = { platform: 'win32', home: 'C:\\Users\\ada' } as const;
    expect(filesOf(windows)).toEqual(['C:\\Users\\ada\\AppData\\Local\\crush\\projects.json']);
    expect(filesOf({ ...windows, variables: { LOCALAPPDATA: 'D:\\Local' } })).toEqual([
      'D:\\Local\\crush\\projects.json',
    ]);
  });

  it('names data folders, which may be above the project', () => {
    expect(
      read([
        { path: '/work/loom/api', data_dir: '/work/loom/.crush', last_accessed: '2026-05-04T09:00:00Z' },
        { path: '/work/shuttle', data_dir: '/var/elsewhere' },
        { path: '/work/heddle' },
      ]),
    ).toEqual(['/work/loom/.crush', '/work/shuttle/.crush', '/work/heddle/.crush']);
  });

  it('names no folder of another machine, no relative one and none with detours', () => {
    const paths = ['work', '../work', '/work/../../etc', '~/work', 'C:\\work', '', '/work\n', 7, null, ['/work']];
    expect(read(paths.map((path) => ({ path })))).toEqual([]);
    const onWindows = ['\\\\server\\share', '//server/share', '\\\\?\\C:\\work', '/work', 'C:work', 'C:\\..\\work'];
    expect(
      read(
        [...onWindows, 'C:\\work'].map((path) => ({ path })),
        'win32',
      ),
    ).toEqual(['C:\\work\\.crush']);
  });

  it('is none in any other text', () => {
    for (const text of ['', '[', '[]', 'null', '{}', '{"projects":{}}', '{"projects":[null,1,"/work",[]]}']) {
      expect(crushProjects.readFolders(text, 'linux')).toEqual([]);
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        for (const folder of crushProjects.readFolders(text, 'linux')) expect(folder).toMatch(/^\/.*\.crush$/);
      }),
    );
  });
});
