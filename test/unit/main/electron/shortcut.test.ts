import { describe, expect, it } from 'vitest';
import { createShortcut } from '../../../../main/electron/shortcut.ts';

function build() {
  const taken = new Set(['Alt+F4']);
  const own = new Map<string, () => void>();
  let presses = 0;
  const shortcut = createShortcut(
    {
      register(accelerator, press) {
        if (accelerator === 'Control+Nonsense') throw new TypeError('conversion failure');
        if (taken.has(accelerator)) return false;
        own.set(accelerator, press);
        return true;
      },
      unregister: (accelerator) => void own.delete(accelerator),
    },
    () => presses++,
  );
  return { shortcut, own, readPresses: () => presses };
}

describe('createShortcut', () => {
  it('takes keys, changes them, and lets them go', () => {
    const { shortcut, own, readPresses } = build();
    expect(shortcut.set('Control+Shift+F')).toBe(true);
    own.get('Control+Shift+F')?.();
    expect(readPresses()).toBe(1);
    expect([shortcut.set('Alt+F'), [...own.keys()]]).toEqual([true, ['Alt+F']]);
    expect([shortcut.set(null), own.size]).toEqual([true, 0]);
  });

  it('keeps what it has when others have the keys, or the system knows no such keys', () => {
    const { shortcut, own } = build();
    shortcut.set('Alt+F');
    expect(shortcut.set('Alt+F4')).toBe(false);
    expect(shortcut.set('Control+Nonsense')).toBe(false);
    expect([...own.keys()]).toEqual(['Alt+F']);
  });
});
