import { describe, expect, it } from 'vitest';
import { toKeptEnd } from '../../../../renderer/ui/kept-end.ts';

const splitName = (name: string): readonly [string, string] => {
  const cut = name.length - toKeptEnd(name);
  return [name.slice(0, cut), name.slice(cut)];
};

describe('the end of a name that is never cut', () => {
  it.each([
    ['checkout-frontend-service-1', 'checkout-frontend', '-service-1'],
    ['claude-sonnet-4-5-20250929', 'claude-sonnet', '-4-5-20250929'],
    ['a'.repeat(30), 'a'.repeat(20), 'a'.repeat(10)],
  ])('of %s is what tells it from names that begin alike', (name, start, end) => {
    expect(splitName(name)).toEqual([start, end]);
  });

  it.each(['atlas', 'checkout-frontend-1', ''])('is nothing of a short name: %j', (name) => {
    expect(toKeptEnd(name)).toBe(0);
  });

  it.each(['مشروعاختبارالواجهةالأماميةالجديد', '🧪'.repeat(15), '订'.repeat(30)])(
    'is not taken out of letters that are joined or characters of several units: %s',
    (name) => {
      expect(toKeptEnd(name)).toBe(0);
    },
  );
});
