import { describe, expect, it } from 'vitest';
import { readAsked } from '../../../../../shared/sources/codex/asked.ts';
import { limitsInShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resetsAt = Date.parse('2026-05-04T12:00:00Z') / 1_000;
const limits = {
  limitId: 'codex',
  primary: { usedPercent: 10, windowDurationMins: 300, resetsAt },
  secondary: { usedPercent: 20, windowDurationMins: 10_080, resetsAt },
};

describe('the limits that Codex answers with', () => {
  it('are both windows of each limit that is listed, else of the main one', () => {
    const both = [
      ['5h', 10, '2026-05-04T12:00'],
      ['7d', 20, '2026-05-04T12:00'],
    ];
    expect(limitsInShort(readAsked({ rateLimits: limits }, atMs))).toEqual(both);
    expect(
      limitsInShort(readAsked({ rateLimits: { primary: null }, rateLimitsByLimitId: { codex: limits } }, atMs)),
    ).toEqual(both);
  });
});
