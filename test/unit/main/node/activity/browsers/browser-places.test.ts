import { describe, expect, it } from 'vitest';
import { listBrowserPlaces } from '../../../../../../main/node/activity/browsers/browser-places.ts';
import { listShellHistories } from '../../../../../../main/node/activity/shells/shell-places.ts';

const linux = { platform: 'linux', home: '/home/ana', variables: {}, otherHomes: [] } as const;
const mac = { platform: 'darwin', home: '/Users/ana', variables: {}, otherHomes: [] } as const;
const windows = {
  platform: 'win32',
  home: 'C:\\Users\\ana',
  variables: { LOCALAPPDATA: 'D:\\Local', APPDATA: 'D:\\Roaming' },
  otherHomes: [],
} as const;
const foldersOf = (...args: Parameters<typeof listBrowserPlaces>) =>
  listBrowserPlaces(...args).map(({ browser, folder }) => `${browser} ${folder}`);

describe('the places of browsers', () => {
  it('are those of each system', () => {
    expect(foldersOf(linux)).toEqual(
      expect.arrayContaining([
        'chrome /home/ana/.config/google-chrome',
        'chromium /home/ana/snap/chromium/common/chromium',
        'edge /home/ana/.config/microsoft-edge',
        'firefox /home/ana/.mozilla/firefox',
      ]),
    );
    expect(foldersOf(mac)).toEqual(
      expect.arrayContaining([
        'arc /Users/ana/Library/Application Support/Arc/User Data',
        'opera /Users/ana/Library/Application Support/com.operasoftware.Opera',
        'safari /Users/ana/Library/Safari',
      ]),
    );
    expect(foldersOf(windows)).toEqual(
      expect.arrayContaining([
        'chrome D:\\Local\\Google\\Chrome\\User Data',
        'firefox D:\\Roaming\\Mozilla\\Firefox\\Profiles',
        'opera D:\\Roaming\\Opera Software\\Opera Stable',
      ]),
    );
  });

  it('cover nine browsers', () => {
    const browsers = [linux, mac, windows].flatMap((host) => listBrowserPlaces(host).map(({ browser }) => browser));
    expect([...new Set(browsers)].sort()).toEqual([
      'arc',
      'brave',
      'chrome',
      'chromium',
      'edge',
      'firefox',
      'opera',
      'safari',
      'vivaldi',
    ]);
  });

  it('follow the variables that move them', () => {
    expect(foldersOf({ ...linux, variables: { XDG_CONFIG_HOME: '/cfg' } })).toContain(
      'brave /cfg/BraveSoftware/Brave-Browser',
    );
    expect(foldersOf({ ...windows, variables: {} })).toContain(
      'vivaldi C:\\Users\\ana\\AppData\\Local\\Vivaldi\\User Data',
    );
  });
});

describe('the places of shell histories', () => {
  const pathsOf = (...args: Parameters<typeof listShellHistories>) =>
    listShellHistories(...args).map(({ shell, path }) => `${shell} ${path}`);

  it('are those of each system', () => {
    expect(pathsOf({ ...linux, variables: { ZDOTDIR: '/z' } })).toEqual([
      'bash /home/ana/.bash_history',
      'zsh /z/.zsh_history',
      'zsh /home/ana/.histfile',
      'fish /home/ana/.local/share/fish/fish_history',
      'powershell /home/ana/.local/share/powershell/PSReadLine/ConsoleHost_history.txt',
      'powershell /home/ana/.local/share/powershell/PSReadLine/Visual Studio Code Host_history.txt',
    ]);
    expect(pathsOf(windows)).toContain(
      'powershell D:\\Roaming\\Microsoft\\Windows\\PowerShell\\PSReadLine\\ConsoleHost_history.txt',
    );
  });
});
