import { describe, expect, it } from 'vitest';
import { foldText, hasWords, toSearchWords } from '../../../../shared/lib/text-search.ts';

const text = foldText('Time zone\nWährung');

describe('a text search', () => {
  it.each([
    ['', true],
    ['  ', true],
    [' zone  TIME ', true],
    ['wahrung', true],
    ['Ｔime', true],
    ['time nowhere', false],
  ])('finds %j: %s', (query, isFound) => {
    expect(hasWords(text, toSearchWords(query))).toBe(isFound);
  });
});
