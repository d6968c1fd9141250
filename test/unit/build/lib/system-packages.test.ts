import { describe, expect, it } from 'vitest';
import { listTestPackages, toInstallLine, toPackages } from '../../../../build/lib/system-packages.ts';

describe('system packages', () => {
  it('are listed once for all of their libraries; unknown libraries are kept', () => {
    expect(toPackages(['libgtk-3.so.0', 'libnss3.so', 'libnssutil3.so', 'libodd.so.1'])).toEqual([
      'libgtk-3-0',
      'libnss3',
      'libodd.so.1',
    ]);
  });

  it('are shown as a command that can be run', async () => {
    expect(await toInstallLine(['xvfb', 'libnotify-bin'])).toMatch(/^(sudo )?apt-get install -y xvfb libnotify-bin$/);
    expect(listTestPackages()).toContain('xvfb');
  });
});
