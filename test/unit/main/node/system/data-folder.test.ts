import { describe, expect, it } from 'vitest';
import { toDataFolder } from '../../../../../main/node/system/data-folder.ts';

const host = { variables: {}, otherHomes: [] };

describe('toDataFolder', () => {
  it.each([
    ['darwin', '/Users/ada', {}, '/Users/ada/Library/Application Support/Fuelgauge'],
    ['linux', '/home/ada', {}, '/home/ada/.config/Fuelgauge'],
    ['linux', '/home/ada', { XDG_CONFIG_HOME: '/cfg' }, '/cfg/Fuelgauge'],
    ['linux', '/home/ada', { XDG_CONFIG_HOME: '' }, '/home/ada/.config/Fuelgauge'],
    ['win32', 'C:\\Users\\ada', {}, 'C:\\Users\\ada\\AppData\\Roaming\\Fuelgauge'],
    ['win32', 'C:\\Users\\ada', { APPDATA: 'D:\\Roam' }, 'D:\\Roam\\Fuelgauge'],
  ] as const)('on %s in %s with %o is %s', (platform, home, variables, folder) => {
    expect(toDataFolder({ ...host, platform, home, variables })).toBe(folder);
  });
});
