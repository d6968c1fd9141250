import { describe, expect, it } from 'vitest';
import { createShortcut, followKeys } from '../../../../../main/electron/system/shortcut.ts';
import type { Problem } from '../../../../../shared/domain/problem.ts';
import { defaultSettings } from '../../../../../shared/settings/defaults.ts';
import type { Settings } from '../../../../../shared/settings/schema.ts';

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
  return { shortcut, taken, own, readPresses: () => presses };
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

describe('followKeys', () => {
  function follow(first: string | null) {
    const { shortcut, taken, own } = build();
    const toSettings = (keys: string | null): Settings => ({
      ...defaultSettings,
      desktop: { ...defaultSettings.desktop, shortcut: keys },
    });
    let listener: (settings: Settings) => void = () => undefined;
    let problem: Problem | null = null;
    followKeys(
      {
        get: () => toSettings(first),
        onChange: (added) => {
          listener = added;
          return () => undefined;
        },
      },
      { setProblem: (next) => (problem = next), clearProblem: () => (problem = null) },
      shortcut,
    );
    return { taken, own, change: (keys: string | null) => listener(toSettings(keys)), readProblem: () => problem };
  }

  it('registers the keys in the settings, and new keys when the settings file is edited', () => {
    const { own, change, readProblem } = follow('Alt+F');
    expect([...own.keys()]).toEqual(['Alt+F']);
    change('Alt+G');
    expect([[...own.keys()], readProblem()]).toEqual([['Alt+G'], null]);
  });

  it('reports keys that another program has, and registers them once they are free', () => {
    const { taken, own, change, readProblem } = follow('Alt+F');
    change('Alt+F4');
    expect([own.size, readProblem()]).toMatchObject([0, { id: 'shortcut-taken', parameters: { keys: 'Alt+F4' } }]);
    taken.clear();
    change('Alt+F4');
    expect([[...own.keys()], readProblem()]).toEqual([['Alt+F4'], null]);
  });
});
