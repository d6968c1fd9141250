import { expect, it } from 'vitest';
import { createFormats } from '../../../../../shared/messages/format/formats.ts';
import { createLimits } from '../../../../../shared/messages/fr/limits.ts';

it('agrees with what is used or left', () => {
  const { used, amountUsed, amountLeft } = createLimits(createFormats('fr'))!;
  expect([used?.(1), used?.(80)]).toEqual(['1\u00a0% utilisé', '80\u00a0% utilisés']);
  expect([amountUsed?.(12, 'requests'), amountLeft?.(1, 'requests')]).toEqual([
    '12 requêtes utilisées',
    '1 requête restante',
  ]);
  expect(amountLeft?.(12, 'tokens')).toBe('12 tokens restants');
});
