import { describe, expect, it } from 'vitest';
import { rooCodeExtraRoots, rooCodeRoots } from '../../../../../shared/sources/roo-code/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const host: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const storage = 'User/globalStorage/rooveterinaryinc.roo-cline/tasks';

describe('Roo Code roots', () => {
  it('are the storages of all editors and that of the command line, here and in other homes', () => {
    const otherHomes = [{ path: '/home/bob', device: 'other' }];
    const paths = rooCodeRoots({ ...host, otherHomes }).map(({ path }) => path);
    for (const home of ['/home/ada', '/home/bob']) {
      expect(paths).toContain(`${home}/.config/Code/${storage}`);
      expect(paths).toContain(`${home}/.vscode-server/data/${storage}`);
      expect(paths).toContain(`${home}/.vscode-mock/global-storage/tasks`);
    }
    expect(new Set(paths).size).toBe(paths.length);
  });

  it('are found in a storage that the person configured', () => {
    const find = (folder: string) => rooCodeExtraRoots(folder, 'linux').map(({ path }) => path);
    expect(find('/storage')).toContain('/storage/tasks');
    expect(find('/storage/tasks')).toContain('/storage/tasks');
    expect(find('/home/bob')).toContain('/home/bob/.vscode-mock/global-storage/tasks');
  });
});
