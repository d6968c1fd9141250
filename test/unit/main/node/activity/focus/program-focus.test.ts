import { describe, expect, it } from 'vitest';
import { parseAppInfo, parseWindowsFocus } from '../../../../../../main/node/activity/focus/program-focus.ts';
import { findCookie } from '../../../../../../main/node/activity/focus/x11-focus.ts';
import { createAppMatcher, listedApps } from '../../../../../../shared/activity/app-table.ts';

describe('what is in front', () => {
  it('on macOS is named by bundle and name', () => {
    const output = '"CFBundleIdentifier"="com.anthropic.claudefordesktop"\n"LSDisplayName"="Claude"\n';
    expect(parseAppInfo(output)).toEqual({ kind: 'window', names: ['com.anthropic.claudefordesktop', 'Claude'] });
    expect(parseAppInfo('')).toEqual({ kind: 'none' });
  });

  it('on Windows is a process, unless nobody has typed for long', () => {
    expect(parseWindowsFocus('1200\r\nCursor\r\n')).toEqual({ kind: 'window', names: ['Cursor'] });
    expect(parseWindowsFocus('300000\r\nCursor\r\n')).toEqual({ kind: 'away' });
    expect(parseWindowsFocus('1200\r\n')).toEqual({ kind: 'none' });
  });

  it('is an app of the table by any of its names', () => {
    const match = createAppMatcher(listedApps);
    expect(match(['Cursor', 'cursor'])?.id).toBe('cursor');
    expect(match(['LM Studio.exe'])?.id).toBe('lm-studio');
    expect(match(['dev.zed.Zed'])?.category).toBe('code');
    expect(match(['firefox', 'Navigator'])).toBeNull();
  });
});

describe('an authority file', () => {
  const field = (text: string): Buffer => Buffer.concat([Buffer.from([0, text.length]), Buffer.from(text)]);
  const entry = (display: string, name: string, data: string): Buffer =>
    Buffer.concat([Buffer.from([1, 0]), ...['host', display, name, data].map(field)]);
  const name = 'MIT-MAGIC-COOKIE-1';

  it('has the cookie of a display', () => {
    const file = Buffer.concat([entry('0', 'OTHER', 'x'), entry('1', name, 'one'), entry('0', name, 'zero')]);
    expect(findCookie(file, '0')?.toString()).toBe('zero');
    expect(findCookie(file, '1')?.toString()).toBe('one');
    expect(findCookie(file, '2')).toBeNull();
    expect(findCookie(entry('', name, 'any'), '7')?.toString()).toBe('any');
  });

  it('may be cut off anywhere', () => {
    const file = entry('0', name, 'zero');
    for (let length = 0; length < file.length; length += 1) {
      expect(() => findCookie(file.subarray(0, length), '1')).not.toThrow();
    }
  });
});
