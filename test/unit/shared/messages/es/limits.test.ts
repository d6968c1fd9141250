import { expect, it } from 'vitest';
import { createLimits } from '../../../../../shared/messages/es/limits.ts';
import { createFormats } from '../../../../../shared/messages/format/formats.ts';

it('agrees with what is used or left', () => {
  const { amountUsed, amountLeft } = createLimits(createFormats('es'))!;
  expect([amountUsed?.(12, 'requests'), amountUsed?.(12, 'credits')]).toEqual([
    '12 solicitudes usadas',
    '12 créditos usados',
  ]);
  expect([amountLeft?.(1, 'tokens'), amountLeft?.(12, 'tokens')]).toEqual(['queda 1 token', 'quedan 12 tokens']);
});
