import { execFile } from 'node:child_process';

const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize';
const value = 'SystemUsesLightTheme';
const timeoutMs = 3_000;

/**
 * Whether the taskbar of Windows is dark, as the registry says; null when it does not. `reg` is the path of `reg.exe`.
 * Electron's own answer is unset until the theme first changes, and wrong way round after that
 * (https://github.com/electron/electron/issues/52308).
 */
export function readTaskbarTheme(reg: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(reg, ['query', key, '/v', value], { timeout: timeoutMs, windowsHide: true }, (error, output) =>
      resolve(error === null ? parseTaskbarTheme(output) : null),
    );
  });
}

/** Whether the taskbar is dark, from what `reg query` prints; null when the value is not in it. */
export function parseTaskbarTheme(output: string): boolean | null {
  const light = /\bSystemUsesLightTheme\s+REG_DWORD\s+0x([0-9a-f]+)/i.exec(output)?.[1];
  return light === undefined ? null : Number.parseInt(light, 16) === 0;
}
