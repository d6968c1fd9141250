import { describe, expect, it } from 'vitest';
import { judgeLimit, judgeLimits } from '../../../../shared/limits/judge-limits.ts';
import { makeLimit } from '../../../fakes/cli-host.ts';

describe('judgeLimit', () => {
  it.each([
    [{ usedPercent: 100 }, 'exhausted'],
    [{ usedPercent: 100, provenance: 'stale' }, 'exhausted'],
    [{ usedPercent: 90.1 }, 'near'],
    [{ usedPercent: 90 }, 'fine'],
    // What is used stays used; what is left may have been used since.
    [{ usedPercent: 95, provenance: 'stale' }, 'near'],
    [{ usedPercent: 5, provenance: 'stale' }, 'unknown'],
    [{ usedPercent: null, amount: { unit: 'credits', used: null, limit: null, remaining: 0 } }, 'exhausted'],
    [{ usedPercent: null, amount: { unit: 'credits', used: null, limit: null, remaining: 3 } }, 'fine'],
    [{ usedPercent: null, amount: { unit: 'usd', used: 19, limit: 20, remaining: 1 } }, 'near'],
    [{ usedPercent: null, amount: { unit: 'usd', used: 19, limit: null, remaining: null } }, 'unknown'],
  ] as const)('%j is %s', (patch, verdict) => {
    expect(judgeLimit(makeLimit(patch), 10)).toBe(verdict);
  });
});

describe('judgeLimits', () => {
  it('is the worst verdict, and none without windows', () => {
    expect(judgeLimits(['fine', 'unknown', 'near', 'exhausted'])).toBe('exhausted');
    expect(judgeLimits(['fine', 'unknown', 'near'])).toBe('near');
    expect(judgeLimits(['fine', 'unknown'])).toBe('unknown');
    expect(judgeLimits(['fine'])).toBe('fine');
    expect(judgeLimits([])).toBeNull();
  });
});
