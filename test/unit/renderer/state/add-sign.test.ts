import { expect, it } from 'vitest';
import { addSign } from '../../../../renderer/state/add-sign.ts';
import { formatAxisMoney } from '../../../../shared/messages/format/axis.ts';
import { formatPercent } from '../../../../shared/messages/format/numbers.ts';

const dollars = { code: 'USD', perUsd: 1 };

it('keeps the sign of an Arabic percentage at the side where Arabic has it, by a mark before it', () => {
  expect(addSign('+', formatPercent(4, 'ar'))).toBe('\u200e+4\u200e%\u200e');
  expect(addSign('−', formatPercent(4, 'en'))).toBe('−4%');
});

it('keeps the sign of the dollar at its letters, also on the scale of a chart in Arabic', () => {
  expect(formatAxisMoney(10_000_000, dollars, 'ar')).toBe('\u200f10\u00a0US$\u200e');
  expect(formatAxisMoney(10_000_000, dollars, 'en')).toBe('$10');
});
