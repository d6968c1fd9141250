import { describe, expect, it } from 'vitest';
import { acceleratorPattern, toAccelerator, type KeyPress } from '../../../../shared/settings/shortcut-keys.ts';

const press = (code: string, ...held: readonly ('ctrl' | 'alt' | 'shift' | 'meta')[]): KeyPress => ({
  code,
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  shiftKey: held.includes('shift'),
  metaKey: held.includes('meta'),
});

describe('toAccelerator', () => {
  it.each([
    [press('KeyF', 'ctrl', 'shift'), 'Control+Shift+F'],
    [press('Digit5', 'meta', 'alt'), 'Alt+Super+5'],
    [press('F12', 'alt'), 'Alt+F12'],
    [press('ArrowUp', 'ctrl'), 'Control+Up'],
    [press('Space', 'ctrl', 'alt', 'shift', 'meta'), 'Control+Alt+Shift+Super+Space'],
    [press('KeyF'), null],
    [press('KeyF', 'shift'), null],
    [press('F25', 'ctrl'), null],
    [press('ShiftLeft', 'ctrl'), null],
    [press('Semicolon', 'ctrl'), null],
    [press('constructor', 'ctrl'), null],
  ])('takes %j as %s', (keys, accelerator) => {
    expect(toAccelerator(keys)).toBe(accelerator);
  });
});

describe('acceleratorPattern', () => {
  it.each(['', 'F', 'Shift+F', 'Control+', 'Control+Control+F', 'Control+f', 'Control+F; rm', 'CONTROL+F'])(
    'refuses %j',
    (text) => {
      expect(acceleratorPattern.test(text)).toBe(false);
    },
  );
});
