import { describe, expect, it } from 'vitest';
import { findTimeZone } from '../../../../../../renderer/features/settings/general/general-settings.ts';

describe('findTimeZone', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'America/Indiana/Knox', 'America/Knox'];

  it.each([
    ['europe/berlin', 'Europe/Berlin'],
    ['new york', 'America/New_York'],
    ['  System ', 'system'],
    ['', 'system'],
    ['knox', null],
    ['Atlantis', null],
  ])('%j means %j', (text, zone) => {
    expect(findTimeZone(text, zones)).toBe(zone);
  });
});
