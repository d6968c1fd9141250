import { describe, expect, it } from 'vitest';
import { createThreadFamilies } from '../../fakes/thread-families.ts';

describe('createThreadFamilies', () => {
  it('makes every thread its own family at first', () => {
    const families = createThreadFamilies();
    expect(families.familyOf('a')).not.toBe(families.familyOf('b'));
    expect(families.membersOf(families.familyOf('a'))).toEqual(['a']);
    expect([...families.all()]).toEqual([]);
  });

  it('joins families whatever the order, and says whether anything changed', () => {
    const families = createThreadFamilies();
    expect(families.join('grandchild', 'child')).toBe(true);
    expect(families.join('sibling', 'parent')).toBe(true);
    expect(families.join('child', 'parent')).toBe(true);
    expect(families.join('parent', 'grandchild')).toBe(false);
    expect(families.join('parent', 'parent')).toBe(false);
    const names = ['parent', 'child', 'grandchild', 'sibling'].map((thread) => families.familyOf(thread));
    expect(new Set(names).size).toBe(1);
    expect([...families.all()].map((threads) => [...threads].sort())).toEqual([
      ['child', 'grandchild', 'parent', 'sibling'],
    ]);
  });
});
