import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { toTrayText, type TrayFigures, type TrayTextOptions } from '../../../../shared/snapshot/tray-text.ts';

const figures: TrayFigures = {
  tokensToday: 1_240_000,
  usedPercent: 62.4,
  resetsInMs: 2 * hourMs + 3 * minuteMs,
  isUncertain: false,
};
const options = (
  trayText: TrayTextOptions['choices']['trayText'],
  more: Partial<TrayTextOptions> = {},
): TrayTextOptions => ({
  choices: { trayText, trayTextWhen: 'always' },
  limitFigure: 'left',
  state: 'normal',
  ...more,
});

describe('toTrayText', () => {
  it('says what was chosen, short enough for an icon and for a bar', () => {
    expect(toTrayText(figures, options('none'))).toBeNull();
    expect(toTrayText(figures, options('number'))).toEqual({ lines: ['1M'], title: '1.2M' });
    expect(toTrayText(figures, options('percent'))).toEqual({ lines: ['38'], title: '38%' });
    expect(toTrayText(figures, options('percent', { limitFigure: 'used' }))?.title).toBe('62%');
    expect(toTrayText(figures, options('countdown'))).toEqual({ lines: ['2h'], title: '2h 03m' });
    expect(toTrayText(figures, options('two-lines'))).toEqual({ lines: ['38', '2h'], title: '38% · 2h 03m' });
  });

  it('leaves the icon alone far from a limit, if wanted, and while paused or failed', () => {
    const near = { choices: { trayText: 'percent', trayTextWhen: 'near' } } as const;
    expect(toTrayText(figures, options('percent', near))).toBeNull();
    expect(toTrayText(figures, options('percent', { ...near, state: 'warning' }))).not.toBeNull();
    expect(toTrayText(figures, options('percent', { state: 'paused' }))).toBeNull();
    expect(toTrayText(figures, options('percent', { state: 'error' }))).toBeNull();
  });

  it('never takes what is unknown for zero, and marks what is no longer certain', () => {
    const none: TrayFigures = { tokensToday: null, usedPercent: null, resetsInMs: null, isUncertain: false };
    for (const choice of ['number', 'percent', 'countdown', 'two-lines'] as const) {
      expect(toTrayText(none, options(choice))).toBeNull();
    }
    expect(toTrayText({ ...none, usedPercent: 10 }, options('two-lines'))).toEqual({ lines: ['90'], title: '90%' });
    expect(toTrayText({ ...figures, isUncertain: true }, options('percent'))?.title).toBe('~38%');
    expect(toTrayText({ ...figures, isUncertain: true }, options('number'))?.title).toBe('1.2M');
  });

  it('rounds as other surfaces do, and never to nothing or all', () => {
    expect(toTrayText({ ...figures, usedPercent: 42.7 }, options('percent'))?.title).toBe('57%');
    expect(toTrayText({ ...figures, usedPercent: 99.6 }, options('percent'))?.title).toBe('1%');
    expect(toTrayText({ ...figures, usedPercent: 99.6 }, options('percent', { limitFigure: 'used' }))?.title).toBe(
      '99%',
    );
    expect(toTrayText({ ...figures, usedPercent: 140 }, options('percent'))?.title).toBe('0%');
  });

  it.each([
    [0, '0', '0'],
    [999, '.9k', '999'],
    [99, '99', '99'],
    [1_500, '1k', '1.5k'],
    [99_999, '99k', '99k'],
    [940_000, '.9M', '940k'],
    [12_000_000, '12M', '12M'],
    [2_500_000_000, '2B', '2.5B'],
  ])('writes %d tokens as %s and %s', (tokensToday, line, title) => {
    expect(toTrayText({ ...figures, tokensToday }, options('number'))).toEqual({ lines: [line], title });
  });

  it.each([
    [30_000, '0m', '0m'],
    [59 * minuteMs, '59m', '59m'],
    [49 * hourMs, '2d', '2d 1h'],
    [3_000 * hourMs, '99d', '125d 0h'],
  ])('counts down %d ms as %s and %s', (resetsInMs, line, title) => {
    expect(toTrayText({ ...figures, resetsInMs }, options('countdown'))).toEqual({ lines: [line], title });
  });
});
