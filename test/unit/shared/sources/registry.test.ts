import { describe, expect, it } from 'vitest';
import { findSource, sources } from '../../../../shared/sources/registry.ts';

describe('registry', () => {
  it('finds every source by its id, and nothing else', () => {
    expect(sources.length).toBeGreaterThan(0);
    for (const source of sources) expect(findSource(source.id)).toBe(source);
    expect(findSource('constructor')).toBeNull();
  });
});
