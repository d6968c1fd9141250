import { execFile } from 'node:child_process';

const key = 'HKCU\\Software\\Microsoft\\Windows\\CurrentVersion\\Themes\\Personalize';
const value = 'SystemUsesLightTheme';
const timeoutMs = 3_000;

/**
 * Whether the Windows taskbar is dark, according to the registry; null when it does not say. `reg` is the path of
 * `reg.exe`. Electron's own answer is unset until the theme first changes, and inverted after that
 * (https://github.com/electron/electron/issues/52308).
 */
export function readTaskbarTheme(reg: string): Promise<boolean | null> {
  return new Promise((resolve) => {
    execFile(reg, ['query', key, '/v', value], { timeout: timeoutMs, windowsHide: true }, (error, output) =>
      resolve(error === null ? parseTaskbarTheme(output) : null),
    );
  });
}

/** Parses the output of `reg query` for whether the taskbar is dark; null when the value is missing. */
export function parseTaskbarTheme(output: string): boolean | null {
  const light = /\bSystemUsesLightTheme\s+REG_DWORD\s+0x([0-9a-f]+)/i.exec(output)?.[1];
  return light === undefined ? null : Number.parseInt(light, 16) === 0;
}
