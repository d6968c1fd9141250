import { describe, expect, it } from 'vitest';
import { quarterHourMs } from '../../shared/domain/instant.ts';
import { toLedgerEvent } from '../../shared/ledger/ledger-event.ts';
import { compareOwners } from '../../shared/ledger/owner-rank.ts';
import { isSameProfile, type Profile } from '../../shared/ledger/profile.ts';
import { otherProfile } from '../support/ledger-variety.ts';
import { eventBatchOf, eventOf } from '../support/ledger-samples.ts';
import { ledgerStores } from '../support/ledger-stores.ts';

describe.each(Object.keys(otherProfile) as (keyof Profile)[])('a profile’s %s', (name) => {
  const left = eventOf({ key: 'left' });
  const right = eventOf({ key: 'right', [name]: otherProfile[name] });

  it('makes a profile another one, and an owner', () => {
    const [one, other] = [left, right].map((event) => toLedgerEvent(event, 'a', (text) => text));
    expect(isSameProfile(left, left)).toBe(true);
    expect(isSameProfile(left, right)).toBe(false);
    expect(compareOwners(one!, one!)).toBe(0);
    expect(compareOwners(one!, other!)).not.toBe(0);
  });

  it.each(ledgerStores)('is kept with each of two events that follow one another (%s)', (_name, create) => {
    const store = create();
    store.apply([eventBatchOf(left, right)]);
    const kept = [...store.contents().entries].map(({ event }) => event[name]);
    expect(new Set(kept)).toEqual(new Set([left[name], otherProfile[name]]));
    expect(store.cells({ grainMs: quarterHourMs }).reduce((sum, { events }) => sum + events, 0)).toBe(2);
    store.close();
  });
});
