import { describe, expect, it } from 'vitest';
import {
  isBlankAmount,
  readDollars,
  readNumber,
} from '../../../../../../renderer/features/settings/form/typed-number.ts';

const bounds = { min: 0.01, max: 1e9, refusal: 'refused' };

describe('readDollars', () => {
  it('takes the sign of the dollar on either side, with or without a space', () => {
    for (const text of [
      '5',
      '$5',
      '5 $',
      '5$',
      '$ 5.00',
      'US$5',
      '5 US$',
      'USD 5',
      '5 usd',
      '＄5',
      '\u200f5.00\u00a0US$\u200e',
    ]) {
      expect(readDollars(text, bounds), text).toEqual({ ok: true, value: 5 });
    }
    expect(readDollars('1.234,50 $', bounds)).toEqual({ ok: true, value: 1_234.5 });
    expect(readDollars('1,234.50 USD', bounds)).toEqual({ ok: true, value: 1_234.5 });
  });

  it('refuses another currency by its sign: nothing is converted', () => {
    for (const [text, sign] of [
      ['5€', '€'],
      ['5,00 €', '€'],
      ['£5', '£'],
      ['¥500', '¥'],
    ] as const) {
      const error = `Amounts here are US dollars. Enter the amount in dollars, without ${sign}.`;
      expect(readDollars(text, bounds), text).toEqual({ ok: false, error });
    }
  });

  it('refuses what is no amount', () => {
    for (const text of ['five', '$', '5 5$5', '$$5', '-5 $', '0 $']) {
      expect(readDollars(text, bounds), text).toEqual({ ok: false, error: 'refused' });
    }
    expect(readDollars('$1,000', bounds)).toMatchObject({ error: expect.stringContaining('“1,000”') as string });
  });
});

it('knows an amount that is not entered yet', () => {
  expect(['', ' ', '$', ' $ ', 'USD', '5 $', '€'].map(isBlankAmount)).toEqual([
    true,
    true,
    true,
    true,
    true,
    false,
    false,
  ]);
});

it('takes no sign of money for a plain number', () => {
  expect(readNumber(' 0.92 ', bounds)).toEqual({ ok: true, value: 0.92 });
  expect(readNumber('$0.92', bounds).ok).toBe(false);
});
