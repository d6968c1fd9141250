import { describe, expect, it } from 'vitest';
import {
  fileStem,
  isAbsolutePath,
  joinPath,
  lastSegment,
  toFolder,
  withOtherHomes,
  withoutRepeats,
} from '../../../../../shared/sources/lib/paths.ts';
import type { HostEnvironment } from '../../../../../shared/sources/source.ts';

const linux: HostEnvironment = { platform: 'linux', home: '/home/ada', variables: {}, otherHomes: [] };
const windows: HostEnvironment = { ...linux, platform: 'win32', home: 'C:\\Users\\ada' };

describe('a path', () => {
  it('is joined with the separator of its platform', () => {
    expect(joinPath('linux', '/a', 'b', 'c')).toBe('/a/b/c');
    expect(joinPath('darwin', '/a//', 'b')).toBe('/a/b');
    expect(joinPath('win32', 'C:\\a\\/', 'b')).toBe('C:\\a\\b');
    // On Linux, a backslash is part of a name.
    expect(joinPath('linux', '/a\\', 'b')).toBe('/a\\/b');
  });

  it.each([
    ['linux', '/a', true],
    ['linux', 'a/b', false],
    ['linux', 'C:\\a', false],
    ['win32', 'C:\\a', true],
    ['win32', 'c:/a', true],
    ['win32', '\\\\server\\share', true],
    ['win32', '//server/share', true],
    ['win32', '\\a', false],
    ['win32', 'C:a', false],
    ['win32', 'a\\C:\\b', false],
  ] as const)('on %s: %s is absolute: %s', (platform, path, expected) => {
    expect(isAbsolutePath(platform, path)).toBe(expected);
  });

  it('has a last segment, whichever separator it uses', () => {
    expect(['/a/b', '/a/b/', 'C:\\a\\b', 'b', '/', ''].map(lastSegment)).toEqual(['b', 'b', 'b', 'b', '', '']);
  });

  it('has a stem without the extension of a log', () => {
    expect(['/a/s.jsonl', 's.jsonl.zst', 'C:\\a\\s.JSONL', 's.json', 's.jsonl.bak'].map(fileStem)).toEqual([
      's',
      's',
      's',
      's.json',
      's.jsonl.bak',
    ]);
  });
});

describe('a folder in a variable', () => {
  it.each([
    ['/x', '/x'],
    [' /x/ ', '/x'],
    ['/x//', '/x'],
    ['~', '/home/ada'],
    ['~/x', '/home/ada/x'],
    ['~ada/x', null],
    ['x', null],
    ['', null],
    [undefined, null],
    ['/', '/'],
  ])('%j is %j', (value, expected) => {
    expect(toFolder(linux, value)).toBe(expected);
  });

  it('may have either separator or be a drive on Windows', () => {
    expect(toFolder(windows, 'D:\\x\\')).toBe('D:\\x');
    expect(toFolder(windows, 'D:\\x/')).toBe('D:\\x');
    expect(toFolder(windows, 'D:\\')).toBe('D:\\');
    expect(toFolder(windows, '~\\x')).toBe('C:\\Users\\ada\\x');
    expect(toFolder(windows, '/x')).toBeNull();
  });
});

describe('roots', () => {
  const at = (path: string, origin = 'a') => ({ path, origin });

  it('are reduced to the first one for each folder', () => {
    expect(withoutRepeats('linux', [at('/x'), at('/X'), at('/x', 'b')])).toEqual([at('/x'), at('/X')]);
    expect(withoutRepeats('win32', [at('C:\\x'), at('c:/X', 'b'), at('C:\\y')])).toEqual([at('C:\\x'), at('C:\\y')]);
  });

  it('include those of other homes, with the home as their origin', () => {
    const host = { ...linux, otherHomes: [{ path: '/mnt/b', device: 'b' }] };
    expect(withOtherHomes(host, [at('/x')], (home) => [`${home}/s`, `${home}/t`, '/x'])).toEqual([
      at('/x'),
      at('/mnt/b/s', 'home /mnt/b'),
      at('/mnt/b/t', 'home /mnt/b'),
    ]);
  });
});
