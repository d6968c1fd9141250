import { describe, expect, it } from 'vitest';
import {
  isActiveAutostartEntry,
  quoteExecArgument,
  toAutostartEntry,
} from '../../../../../main/electron/login/desktop-entry.ts';

describe('quoteExecArgument', () => {
  it.each([
    ['/opt/Fuelgauge/fuelgauge', '/opt/Fuelgauge/fuelgauge'],
    ['--hidden', '--hidden'],
    ['/home/a b/x', '"/home/a b/x"'],
    ['50%', '50%%'],
    ['a"b', '"a\\\\"b"'],
    ['a$b`c', '"a\\\\$b\\\\`c"'],
    ['a\\b', '"a\\\\\\\\b"'],
    ['', '""'],
  ])('writes %s as %s', (argument, written) => {
    expect(quoteExecArgument(argument)).toBe(written);
  });
});

describe('toAutostartEntry', () => {
  it('is a desktop entry that starts the command', () => {
    const lines = toAutostartEntry(['/home/a b/Fuelgauge.AppImage', '--hidden']).split('\n');
    expect(lines[0]).toBe('[Desktop Entry]');
    expect(lines).toContain('Type=Application');
    expect(lines).toContain('TryExec=/home/a b/Fuelgauge.AppImage');
    expect(lines).toContain('Exec="/home/a b/Fuelgauge.AppImage" --hidden');
    expect(lines.at(-1)).toBe('');
  });
});

describe('isActiveAutostartEntry', () => {
  it('recognises how desktops disable an entry', () => {
    const entry = toAutostartEntry(['/x']);
    expect(isActiveAutostartEntry(entry)).toBe(true);
    expect(isActiveAutostartEntry(`${entry}Hidden=true\n`)).toBe(false);
    expect(isActiveAutostartEntry(entry.replace('enabled=true', 'enabled=false'))).toBe(false);
  });
});
