import path from 'node:path';

/**
 * Full path of one of Windows' own programs in System32. Windows searches the current folder for a bare name first, so
 * a program with that name in a project folder would run instead.
 */
export function toWindowsProgram(name: string, variables: Readonly<Record<string, string | undefined>>): string {
  const root = variables['SystemRoot'] ?? variables['windir'] ?? 'C:\\Windows';
  return path.win32.join(root, 'System32', name);
}
