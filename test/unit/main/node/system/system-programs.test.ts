import { describe, expect, it } from 'vitest';
import { toWindowsProgram } from '../../../../../main/node/system/system-programs.ts';

describe('toWindowsProgram', () => {
  it('finds the system folder by its variables, or in its usual place', () => {
    expect(toWindowsProgram('wsl.exe', { SystemRoot: 'D:\\Win' })).toBe('D:\\Win\\System32\\wsl.exe');
    expect(toWindowsProgram('wsl.exe', { windir: 'E:\\Win' })).toBe('E:\\Win\\System32\\wsl.exe');
    expect(toWindowsProgram('reg.exe', {})).toBe('C:\\Windows\\System32\\reg.exe');
  });
});
