import { describe, expect, it } from 'vitest';
import { createInstantText, toCostText, toMoneyText } from '../../../../../../main/node/cli/output/figures.ts';
import { toModelsText } from '../../../../../../main/node/cli/output/models-text.ts';
import { usDollar } from '../../../../../../shared/domain/money.ts';

describe('figures', () => {
  it('distinguish zero, almost zero and unknown', () => {
    expect(toMoneyText(0, usDollar)).toBe('$0.00');
    expect(toMoneyText(1, usDollar)).toBe('<$0.01');
    expect(toMoneyText(1_234_567_890, usDollar)).toBe('$1,234.57');
    expect(toMoneyText(null, usDollar)).toBe('-');
  });

  it('mark an incomplete cost', () => {
    expect(toCostText({ costMicroUsd: 1_500_000, unpricedModels: ['new-model'] }, usDollar)).toBe('$1.50+');
    expect(toCostText({ costMicroUsd: 1_500_000, unpricedModels: [] }, usDollar)).toBe('$1.50');
    expect(toCostText({ costMicroUsd: null, unpricedModels: ['new-model'] }, usDollar)).toBe('-');
  });

  it('show instants in a time zone', () => {
    const atMs = Date.UTC(2026, 4, 1, 22, 30);
    expect(createInstantText({ timeZone: 'Europe/Berlin', clock: 'system' })(atMs)).toBe('2026-05-02 00:30');
    expect(createInstantText({ timeZone: 'Europe/Berlin', clock: '12' })(atMs)).toBe('2026-05-02 12:30 AM');
    expect(createInstantText({ timeZone: 'Asia/Tokyo', clock: '24' })(atMs)).toBe('2026-05-02 07:30');
    expect(createInstantText({ timeZone: 'UTC', clock: 'system' })(null)).toBe('-');
  });

  it('shorten model names and merge equal ones', () => {
    expect(toModelsText(['claude-opus-4-1-20250805', 'claude-opus-4-1', 'gpt-5'])).toBe('opus-4-1, gpt-5');
  });
});
