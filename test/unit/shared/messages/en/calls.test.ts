import { describe, expect, it } from 'vitest';
import { desktopContract, parseArgument } from '../../../../../shared/contract/index.ts';
import { describeCallFailure } from '../../../../../shared/messages/en/calls.ts';

/** The sentence for a call with an argument that the contract refuses. */
function refuse(name: string, argument: unknown): string {
  const parsed = parseArgument(desktopContract.calls, name, argument);
  if (parsed.ok) throw new Error(`"${name}" takes this argument`);
  return describeCallFailure(parsed.error);
}

describe('describeCallFailure', () => {
  it.each([
    ['nope', {}, 'There is no call named "nope".'],
    ['report', { since: 'May' }, 'since is "May", which is not a day such as 2026-05-01.'],
    ['report', { timeZone: 'Atlantis' }, 'timeZone is "Atlantis", which is not a time zone that this system knows.'],
    ['report', { since: '2026-05-02', until: '2026-05-01' }, 'its last day is before its first.'],
    ['report', { colour: 1 }, 'colour is not known here.'],
    ['report', { since: 5 }, 'since is 5 (expected'],
    ['openWindow', undefined, 'it is missing.'],
    [
      'updateSettings',
      { currency: { code: 'Dollars', perUsd: 1 } },
      'currency.code is "DOLLARS", which is not a currency code such as EUR.',
    ],
    ['updateSettings', { currency: { code: 'USD', perUsd: 2 } }, 'currency must have the rate 1 for USD.'],
    ['updateSettings', { modelAliases: [{ model: 'a' }] }, 'modelAliases.0.pricedAs is missing.'],
  ])('explains what is wrong with %s(%j)', (name, argument, end) => {
    expect(refuse(name, argument)).toContain(end);
  });

  it('says in words of a person what could not be loaded or done, with the message of the error if it had one', () => {
    const failure = { kind: 'failed', name: 'rescan', about: 'action' } as const;
    expect(describeCallFailure({ ...failure, detail: 'cannot read properties of null' })).toBe(
      'That did not work: cannot read properties of null.',
    );
    expect(describeCallFailure({ ...failure, about: 'state', detail: 'The disk is gone.' })).toBe(
      'The current state could not be loaded: The disk is gone.',
    );
    expect(describeCallFailure({ ...failure, detail: null })).toBe('That did not work.');
  });
});
