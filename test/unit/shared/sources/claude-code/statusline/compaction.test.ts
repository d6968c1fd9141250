import { describe, expect, it } from 'vitest';
import { findCompactionTokens } from '../../../../../../shared/sources/claude-code/statusline/compaction.ts';

const at = (sizeTokens: number, window?: string, percent?: string) =>
  findCompactionTokens(sizeTokens, {
    ...(window !== undefined && { CLAUDE_CODE_AUTO_COMPACT_WINDOW: window }),
    ...(percent !== undefined && { CLAUDE_AUTOCOMPACT_PCT_OVERRIDE: percent }),
  });

describe('the context size at which Claude Code compacts', () => {
  it('leaves 33,000 tokens free unless that is half of the window or more', () => {
    expect([at(200_000), at(66_001), at(66_000), at(10_000)]).toEqual([167_000, 33_001, 66_000, 10_000]);
  });

  it('follows a configured window only if it is smaller', () => {
    expect([at(200_000, '100000'), at(200_000, '400000')]).toEqual([67_000, 167_000]);
    for (const wrong of ['', '0', '-5', '1e5', ' 5', '1000000000']) expect(at(200_000, wrong)).toBe(167_000);
  });

  it('follows a configured percentage only if it means compacting earlier', () => {
    expect([at(200_000, undefined, '50'), at(200_000, undefined, '100'), at(99_999, undefined, '33')]).toEqual([
      100_000, 167_000, 32_999,
    ]);
    for (const wrong of ['0', '101', 'x', '50%']) expect(at(200_000, undefined, wrong)).toBe(167_000);
    expect(at(200_000, '100000', '50')).toBe(50_000);
  });
});
