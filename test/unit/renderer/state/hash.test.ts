import { describe, expect, it } from 'vitest';
import { parseHash, toHash } from '../../../../renderer/state/hash.ts';

describe('the address of a view', () => {
  it('names the view and its values, and leads back to them', () => {
    const parameters = { by: 'model', key: 'a&b=c?d' };
    expect(parseHash(toHash('explore', parameters))).toEqual({ view: 'explore', parameters });
    expect(toHash('limits', { range: '' })).toBe('#limits');
  });

  it.each(['', '#', '#nonsense', '#?x'])('of nothing known is the overview: %s', (hash) => {
    expect(parseHash(hash).view).toBe('overview');
  });
});
