import { describe, expect, it } from 'vitest';
import { matchesQuery } from '../../../../../../renderer/features/settings/form/search.ts';

describe('matchesQuery', () => {
  it.each([
    ['', true],
    ['zone TIME', true],
    ['wahrung', true],
    ['Ｔime', true],
    ['time nowhere', false],
  ])('finds %j: %s', (query, isFound) => {
    expect(matchesQuery(query, ['Time zone', 'Währung'])).toBe(isFound);
  });
});
