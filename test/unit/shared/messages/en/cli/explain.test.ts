import { describe, expect, it } from 'vitest';
import { createMessages } from '../../../../../../shared/messages/catalogue.ts';
import { makeAllowanceChange } from '../../../../../support/make-limit-change.ts';

const { explain } = createMessages('en').cli;

describe('a changed allowance', () => {
  it.each([
    ['less', { ratio: 0.5 }, 'Use of the account elsewhere would look the same.'],
    ['more', { ratio: 2 }, 'The end of use of the account elsewhere would look the same.'],
    ['with the plan', { ratio: 2, isWithPlan: true }, 'The plan changed about then.'],
    ['with the models', { isOtherModels: true }, 'Other models were used than before, which may explain it.'],
  ])('says what else may be the reason: %s', (_name, patch, reason) => {
    const text = explain.allowance(makeAllowanceChange(patch), 'Monday');
    expect(text).toMatch(/^Estimated: since Monday one percent is /);
    expect(text.endsWith(` pairs of readings). ${reason}`)).toBe(true);
  });
});
