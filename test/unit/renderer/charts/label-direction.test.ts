import { expect, it } from 'vitest';
import { keepLabelOrder } from '../../../../renderer/charts/label-direction.ts';

it('isolates a label only where lines run from right to left', () => {
  expect(keepLabelOrder('30 مليون', 'rtl')).toBe('\u206830 مليون\u2069');
  expect([keepLabelOrder('30M', 'ltr'), keepLabelOrder('', 'rtl')]).toEqual(['30M', '']);
});
