import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { isAnswerFile, isAnswerFolder } from '../../../../../shared/sources/lib/answers/paths.ts';
import { isKiloDatabase, kiloExtraRoots, kiloRoots } from '../../../../../shared/sources/kilo-cli/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('Kilo roots', () => {
  it('are below the data folder on every system, and in other homes', () => {
    expect(kiloRoots(host)).toEqual([{ path: '/home/ada/.local/share/kilo', origin: 'default' }]);
    expect(kiloRoots({ ...host, variables: { XDG_DATA_HOME: '/data' } })).toEqual([
      { path: '/data/kilo', origin: 'XDG_DATA_HOME' },
    ]);
    const other = { path: '\\\\wsl$\\Ubuntu\\home\\ada', device: 'Ubuntu' };
    expect(
      kiloRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada', otherHomes: [other] }).map(({ path }) => path),
    ).toEqual(['C:\\Users\\ada\\.local\\share\\kilo', '\\\\wsl$\\Ubuntu\\home\\ada\\.local\\share\\kilo']);
    expect(kiloExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual(['/old', '/old/.local/share/kilo']);
  });
});

describe('Kilo files', () => {
  it.each([
    ['kilo.db', true],
    ['kilo-beta.db', true],
    ['kilo.db-wal', false],
    ['opencode.db', false],
    ['storage/kilo.db', false],
  ])('%s is a database: %s', (path, isDatabase) => {
    expect(isKiloDatabase(path)).toBe(isDatabase);
  });

  it('are in few folders, and no others are entered', () => {
    expect(isAnswerFile('storage/message/ses_1/msg_1.json')).toBe(true);
    expect(['auth.json', 'storage/session_diff/ses_1.json'].some(isAnswerFile)).toBe(false);
    expect(['storage', 'storage/message', 'storage/message/ses_1'].every(isAnswerFolder)).toBe(true);
    expect(['snapshot', 'log', 'storage/session_diff'].some(isAnswerFolder)).toBe(false);
  });
});
