import { describe, expect, it } from 'vitest';
import { clineExtraRoots, clineRoots, isSessionMessages } from '../../../../../shared/sources/cline/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const storage = 'User/globalStorage/saoudrizwan.claude-dev/tasks';

function paths(changes: Partial<HostEnvironment>): readonly string[] {
  return clineRoots({ ...host, ...changes }).map(({ path }) => path);
}

describe('Cline roots', () => {
  it.each([
    [{}, '/home/ada/.cline/data/sessions'],
    [{ CLINE_DIR: '/c' }, '/c/data/sessions'],
    [{ CLINE_DIR: '/c', CLINE_DATA_DIR: '/d' }, '/d/sessions'],
    [{ CLINE_SESSION_DATA_DIR: '/s' }, '/s'],
  ])('with %j begin with %s', (variables, path) => {
    expect(paths({ variables })[0]).toBe(path);
  });

  it('are the storages of all editors, on every system', () => {
    const linux = paths({});
    for (const editor of ['Code', 'Code - Insiders', 'VSCodium', 'Cursor', 'Windsurf'])
      expect(linux).toContain(`/home/ada/.config/${editor}/${storage}`);
    for (const server of ['.vscode-server', '.vscode-server-insiders', '.cursor-server', '.windsurf-server'])
      expect(linux).toContain(`/home/ada/${server}/data/${storage}`);
    expect(paths({ variables: { XDG_CONFIG_HOME: '/x' } })).toContain(`/x/Cursor/${storage}`);
    expect(paths({ variables: { VSCODE_PORTABLE: '/usb/data' } })).toContain(`/usb/data/user-data/${storage}`);
    expect(paths({ platform: 'darwin' })).toContain(`/home/ada/Library/Application Support/Code/${storage}`);
    const windows = paths({ platform: 'win32', home: 'C:\\Users\\ada', variables: { APPDATA: 'C:\\Roaming' } });
    expect(windows).toContain(`C:\\Roaming\\Code\\${storage.replaceAll('/', '\\')}`);
    expect(windows[0]).toBe('C:\\Users\\ada\\.cline\\data\\sessions');
    expect(new Set(linux).size).toBe(linux.length);
  });

  it('are searched in the homes of WSL, as Linux has them', () => {
    const home = '\\\\wsl.localhost\\Ubuntu\\home\\ada';
    const found = paths({ platform: 'win32', home: 'C:\\Users\\ada', otherHomes: [{ path: home, device: 'Ubuntu' }] });
    expect(found).toContain(`${home}\\.vscode-server\\data\\${storage.replaceAll('/', '\\')}`);
    expect(found).toContain(`${home}\\.config\\Code\\${storage.replaceAll('/', '\\')}`);
    expect(found).toContain(`${home}\\.cline\\data\\sessions`);
  });

  it('are found in a folder that the person added, whatever it is', () => {
    const find = (folder: string) => clineExtraRoots(folder, 'linux').map(({ path }) => path);
    expect(find('/old/tasks')).toContain('/old/tasks');
    expect(find('/old/sessions')).toEqual(['/old/sessions']);
    expect(find('/old')).toContain('/old/.cline/data/sessions');
    expect(find('/old')).toContain(`/old/.config/Code/${storage}`);
    expect(find('/old/.cline')).toContain('/old/.cline/data/sessions');
  });
});

describe('Cline files', () => {
  it.each([
    ['17_ab/17_ab.messages.json', true],
    ['17_ab/agent_1.messages.json', true],
    ['17_ab/17_ab.json', false],
    ['17_ab/17_ab.compaction.json', false],
    ['sessions.index.json', false],
    ['17_ab/deeper/a.messages.json', false],
  ])('%s holds messages of a session: %s', (path, isMessages) => {
    expect(isSessionMessages(path)).toBe(isMessages);
  });
});
