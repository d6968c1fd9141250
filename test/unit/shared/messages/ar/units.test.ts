import { expect, it } from 'vitest';
import { createUnits } from '../../../../../shared/messages/ar/units.ts';
import { createFormats } from '../../../../../shared/messages/format/formats.ts';

const { limitAmount, limitWindow } = createUnits(createFormats('ar'));
const dayMinutes = 1_440;

it('names an amount in the form that its number takes', () => {
  const amounts = [1, 5, 12, 100, 1_203].map((value) => limitAmount(value, 'requests'));
  expect(amounts).toEqual(['1 طلب', '5 طلبات', '12 طلبًا', '100 طلب', '1.2\u00a0ألف طلب']);
});

it('names a window in the form that its number of days takes', () => {
  const names = [2, 3, 14].map((days) =>
    limitWindow({ windowMinutes: days * dayMinutes, scope: 'weekly', label: null }),
  );
  expect(names).toEqual(['حد يومين', 'حد 3 أيام', 'حد 14 يومًا']);
});
