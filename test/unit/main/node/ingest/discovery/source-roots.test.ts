import { describe, expect, it } from 'vitest';
import { toSourceRoots } from '../../../../../../main/node/ingest/discovery/source-roots.ts';
import { claudeCode } from '../../../../../../shared/sources/claude-code/descriptor.ts';
import type { HostEnvironment } from '../../../../../../shared/sources/source.ts';

const wsl = '\\\\wsl.localhost\\Ubuntu\\home\\ada';
const windows: HostEnvironment = {
  platform: 'win32',
  home: 'C:\\Users\\ada',
  variables: {},
  otherHomes: [{ path: wsl, device: 'wsl:Ubuntu' }],
};
const source = 'claude-code';

/** The device of each root, by its path. */
function devicesOf(host: HostEnvironment, extraFolders: Parameters<typeof toSourceRoots>[2]) {
  return Object.fromEntries(
    toSourceRoots([claudeCode], host, extraFolders).map(({ root, device }) => [root.path, device]),
  );
}

describe('the device of a root', () => {
  it('is nothing on this machine, and the distribution in a home of WSL', () => {
    const devices = devicesOf(windows, []);
    expect(devices['C:\\Users\\ada\\.claude\\projects']).toBeNull();
    expect(devices[`${wsl}\\.claude\\projects`]).toBe('wsl:Ubuntu');
  });

  it('is that of the settings for an extra folder, or of the home it is in, or nothing', () => {
    const devices = devicesOf(windows, [
      { source, path: 'D:\\backup\\.claude', device: 'old-laptop' },
      { source, path: 'D:\\archive\\.claude' },
      { source, path: `${wsl}\\work\\.claude` },
      { source, path: `${wsl}\\named\\.claude`, device: 'container' },
      { source, path: `${wsl}-2\\.claude` },
    ]);
    expect(devices['D:\\backup\\.claude\\projects']).toBe('old-laptop');
    expect(devices['D:\\archive\\.claude\\projects']).toBeNull();
    expect(devices[`${wsl}\\work\\.claude\\projects`]).toBe('wsl:Ubuntu');
    expect(devices[`${wsl}\\named\\.claude\\projects`]).toBe('container');
    expect(devices[`${wsl}-2\\.claude\\projects`]).toBeNull();
  });

  it('stays that of the usual place where an extra folder is one', () => {
    const devices = devicesOf(windows, [{ source, path: 'C:\\Users\\ada\\.claude', device: 'old-laptop' }]);
    expect(devices['C:\\Users\\ada\\.claude\\projects']).toBeNull();
  });
});
