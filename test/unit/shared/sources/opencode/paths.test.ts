import { describe, expect, it } from 'vitest';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';
import { isAnswerFile, isAnswerFolder } from '../../../../../shared/sources/lib/answers/paths.ts';
import { isOpenCodeDatabase, openCodeExtraRoots, openCodeRoots } from '../../../../../shared/sources/opencode/paths.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };

describe('OpenCode roots', () => {
  it.each([
    [{}, ['/home/ada/.local/share/opencode']],
    [{ XDG_DATA_HOME: '/data' }, ['/data/opencode']],
    [{ OPENCODE_DATA_DIR: '/a, ~/b,relative', XDG_DATA_HOME: '/data' }, ['/a', '/home/ada/b']],
  ])('with %j are %j', (variables, paths) => {
    expect(openCodeRoots({ ...host, variables }).map(({ path }) => path)).toEqual(paths);
  });

  it('are the same on every system, and in other homes', () => {
    expect(
      openCodeRoots({ ...host, platform: 'darwin', otherHomes: [{ path: '/home/bob', device: 'other' }] }).map(
        ({ path }) => path,
      ),
    ).toEqual(['/home/ada/.local/share/opencode', '/home/bob/.local/share/opencode']);
    expect(openCodeRoots({ ...host, platform: 'win32', home: 'C:\\Users\\ada' })[0]?.path).toBe(
      'C:\\Users\\ada\\.local\\share\\opencode',
    );
    expect(openCodeExtraRoots('/old', 'linux').map(({ path }) => path)).toEqual(['/old', '/old/.local/share/opencode']);
  });
});

describe('OpenCode files', () => {
  it.each([
    ['opencode.db', true],
    ['opencode-beta.db', true],
    ['opencode.db-wal', false],
    ['notes.db', false],
    ['storage/opencode.db', false],
  ])('%s is a database: %s', (path, isDatabase) => {
    expect(isOpenCodeDatabase(path)).toBe(isDatabase);
  });

  it.each([
    ['storage/message/ses_1/msg_1.json', true],
    ['storage/part/msg_1/prt_1.json', false],
    ['storage/session/global/ses_1.json', false],
    ['snapshot/x/storage/message/ses_1/msg_1.json', false],
    ['auth.json', false],
  ])('%s is a message: %s', (path, isMessage) => {
    expect(isAnswerFile(path)).toBe(isMessage);
  });

  it('are in few folders, and no others are entered', () => {
    expect(['storage', 'storage/message', 'storage/message/ses_1'].every(isAnswerFolder)).toBe(true);
    expect(['snapshot', 'log', 'storage/part', 'storage/message/a/b', 'bin'].some(isAnswerFolder)).toBe(false);
  });
});
