import { describe, expect, it } from 'vitest';
import { pressWatchKey, type WatchState } from '../../../../../../main/node/cli/watch/watch-state.ts';

const first: WatchState = { view: 'realtime', theme: 'auto', background: null, scrolled: 0, wish: 'none' };
const press = (...keys: readonly string[]): WatchState => keys.reduce(pressWatchKey, first);

describe('pressWatchKey', () => {
  it.each([
    [['2'], 'daily'],
    [['5'], 'processes'],
    [['6'], 'realtime'],
    [['\t', '\t'], 'monthly'],
    [['\u001b[C'], 'daily'],
    [['\u001b[D'], 'processes'],
    [['4', '\u001b[Z'], 'monthly'],
  ])('%j shows %s', (keys, view) => {
    expect(press(...keys).view).toBe(view);
  });

  it('scrolls, never above the first line, and starts over with another view', () => {
    expect(press('j', 'j', 'k').scrolled).toBe(1);
    expect(press('k').scrolled).toBe(0);
    expect(press(' ', '\u001b[B').scrolled).toBe(11);
    expect(press('j', '3').scrolled).toBe(0);
  });

  it.each(['q', 'Q', '\u001b', '\u0003', '\u0004'])('ends on %j', (key) => {
    expect(press(key).wish).toBe('end');
  });

  it('grants a wish once', () => {
    expect(press('\u001a').wish).toBe('suspend');
    expect(press('r').wish).toBe('refresh');
    expect(press('r', 'j').wish).toBe('none');
  });

  it('goes through all themes', () => {
    expect(press('t').theme).toBe('dark');
    expect(press('t', 't', 't', 't', 't', 't').theme).toBe('auto');
  });

  it('learns the background from the terminal, and does not take its answers for keys', () => {
    expect(press('\u001b]11;rgb:ffff/ffff/ffff\u001b\\')).toEqual({ ...first, background: 'light' });
    expect(press('\u001b]11;rgb:0/0/0\u0007', '\u001b]4;1;rgb:f/f/f\u0007')).toEqual({ ...first, background: 'dark' });
  });
});
