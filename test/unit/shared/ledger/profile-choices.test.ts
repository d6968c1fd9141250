import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choiceFields, defaultProfile, type Profile } from '../../../../shared/domain/profile-fields.ts';
import { maskChoices, packChoices, unpackChoices } from '../../../../shared/ledger/profile-choices.ts';

const choices = fc.record(
  Object.fromEntries(
    choiceFields.map(({ name, values }) => [name, fc.constantFrom(...(values as readonly unknown[]))]),
  ),
);

describe('the choices of a profile', () => {
  it('are packed into one number and unpacked again', () => {
    fc.assert(
      fc.property(choices, (chosen) => {
        expect(unpackChoices(packChoices({ ...defaultProfile, ...chosen }))).toEqual(chosen);
      }),
    );
    expect(packChoices(defaultProfile)).toBe(0);
  });

  it('keep the bits that ledgers on disk have', () => {
    const packed = (patch: Partial<Profile>) => packChoices({ ...defaultProfile, ...patch });
    expect([packed({ isSidechain: true }), packed({ isCopy: true }), packed({ speed: 'fast' })]).toEqual([1, 2, 4]);
    expect([packed({ isRegional: true }), packed({ tier: 'priority' }), packed({ tier: 'batch' })]).toEqual([
      8, 16, 48,
    ]);
  });

  it('are the default where a value or an index is not known', () => {
    expect(packChoices({ ...defaultProfile, tier: 'gold' as Profile['tier'] })).toBe(0);
    // A newer version may use more bits.
    expect(unpackChoices(2 ** 30)).toEqual(unpackChoices(0));
  });

  it('can be masked', () => {
    expect(maskChoices(() => true)).toBe(2 ** choiceFields.reduce((sum, { bits }) => sum + bits, 0) - 1);
    expect(maskChoices((name) => name === 'tier')).toBe(48);
    expect(maskChoices(() => false)).toBe(0);
  });
});
