import { chmodSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseTaskbarTheme, readTaskbarTheme } from '../../../../../main/electron/system/taskbar-theme.ts';
import { useTemporaryFolders } from '../../../../support/temporary-folder.ts';

const newFolder = useTemporaryFolders();
const toOutput = (data: string): string =>
  '\r\nHKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize\r\n' +
  `    SystemUsesLightTheme    REG_DWORD    ${data}\r\n\r\n`;

describe('parseTaskbarTheme', () => {
  it.each([
    [toOutput('0x0'), true],
    [toOutput('0x1'), false],
    ['', null],
    ['ERROR: The system was unable to find the specified registry key or value.', null],
    ['    AppsUseLightTheme    REG_DWORD    0x0', null],
  ])('of %j is %s', (output, isDark) => {
    expect(parseTaskbarTheme(output)).toBe(isDark);
  });
});

describe.runIf(process.platform !== 'win32')('readTaskbarTheme', () => {
  it('reads one value of the registry, and returns null when it cannot', async () => {
    const program = path.join(newFolder(), 'reg.exe');
    const question =
      'query HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize /v SystemUsesLightTheme';
    writeFileSync(program, `#!/bin/sh\n[ "$*" = '${question}' ] && echo 'SystemUsesLightTheme REG_DWORD 0x0'\n`);
    chmodSync(program, 0o755);
    expect(await readTaskbarTheme(program)).toBe(true);
    expect(await readTaskbarTheme('/nowhere/reg.exe')).toBeNull();
  });
});
