import { describe, expect, it } from 'vitest';
import { isStill, toChange, toUndo } from '../../../../../../renderer/features/settings/form/undo.ts';
import { defaultSettings } from '../../../../../../shared/settings/defaults.ts';

const words = { atMs: 1, name: 'Theme', text: 'Changed “Theme”.' };

describe('toChange', () => {
  it('keeps what was there before', () => {
    const after = { ...defaultSettings, theme: 'dark' as const };
    expect(toChange(words, { theme: 'dark', density: 'comfortable' }, defaultSettings, after)).toEqual({
      ...words,
      before: { theme: 'system' },
      after: { theme: 'dark' },
    });
    expect(toChange(words, { theme: 'system' }, defaultSettings, defaultSettings)).toBeNull();
  });

  it('offers nothing that would sum up requests', () => {
    const short = { ...defaultSettings, detailRetention: 30 as const };
    const patch = { detailRetention: 'forever' as const };
    expect(toChange(words, patch, short, defaultSettings)).toBeNull();
    expect(toChange(words, { detailRetention: 30 }, defaultSettings, short)?.before).toEqual(patch);
  });
});

describe('isStill', () => {
  it('is over once the same setting has changed again', () => {
    const change = { ...words, before: { theme: 'system' as const }, after: { theme: 'dark' as const } };
    expect(isStill(change, { ...defaultSettings, theme: 'dark', density: 'compact' })).toBe(true);
    expect(isStill(change, { ...defaultSettings, theme: 'light' })).toBe(false);
  });

  it('is over once one of several settings has changed again', () => {
    const after = { theme: 'dark', density: 'compact' } as const;
    const change = { ...words, before: { theme: 'system', density: 'comfortable' }, after } as const;
    expect(isStill(change, { ...defaultSettings, ...after })).toBe(true);
    expect(isStill(change, { ...defaultSettings, ...after, density: 'comfortable' })).toBe(false);
  });
});

describe('a change of one member of a setting', () => {
  const { desktop } = defaultSettings;
  const after = { ...defaultSettings, desktop: { ...desktop, trayText: 'percent' as const } };
  const change = toChange(words, { desktop: after.desktop }, defaultSettings, after)!;

  it('can be undone after another member has changed, and keeps that change', () => {
    const moved = { ...after, desktop: { ...after.desktop, gaugePosition: { x: 4, y: 2 } } };
    expect(isStill(change, moved)).toBe(true);
    expect(toUndo(change, moved)).toEqual({ desktop: { ...desktop, gaugePosition: { x: 4, y: 2 } } });
  });

  it('cannot be undone once the member has changed again', () => {
    expect(isStill(change, { ...after, desktop: { ...after.desktop, trayText: 'number' } })).toBe(false);
  });

  it('restores lists and records as a whole', () => {
    const headers = { a: '1', b: '2' };
    const sends = { ...defaultSettings, otlpExport: { ...defaultSettings.otlpExport, headers } };
    const added = toChange(words, { otlpExport: sends.otlpExport }, defaultSettings, sends)!;
    expect(added.before).toEqual({ otlpExport: { headers: {} } });
    expect(toUndo(added, sends)).toEqual({ otlpExport: defaultSettings.otlpExport });
  });
});
