import { describe, expect, it } from 'vitest';
import { listTestPackages, toInstallLine, toPackages } from '../../../../build/lib/system-packages.ts';

describe('the system packages', () => {
  it('name each package of missing libraries once, and keep what is not known', () => {
    expect(toPackages(['libgtk-3.so.0', 'libnss3.so', 'libnssutil3.so', 'libodd.so.1'])).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libodd.so.1',
    ]);
  });

  it('come as a line that can be run', async () => {
    expect(await toInstallLine(['xvfb', 'libnotify-bin'])).toMatch(/^(sudo )?apt-get install -y xvfb libnotify-bin$/);
    expect(listTestPackages()).toContain('xvfb');
  });
});
