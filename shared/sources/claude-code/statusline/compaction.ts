import type { HostEnvironment } from '../../source.ts';

/**
 * What the agent keeps free below the end of the window. No payload says it: observed in `/context` since 2026-02
 * (anthropics/claude-code#23409, jarrodwatts/claude-hud#184), and no promise.
 */
const reservedTokens = 33_000;

/**
 * The fill at which the agent compacts by itself, in tokens: an estimate. Two variables of the agent move it:
 * `CLAUDE_CODE_AUTO_COMPACT_WINDOW` (tokens to count as the window) and `CLAUDE_AUTOCOMPACT_PCT_OVERRIDE` (1 to 100).
 */
export function findCompactionTokens(sizeTokens: number, variables: HostEnvironment['variables']): number {
  const window = Math.min(sizeTokens, toPositive(variables['CLAUDE_CODE_AUTO_COMPACT_WINDOW']) ?? sizeTokens);
  const usual = window > 2 * reservedTokens ? window - reservedTokens : window;
  const percent = toPositive(variables['CLAUDE_AUTOCOMPACT_PCT_OVERRIDE']);
  return percent === null || percent > 100 ? usual : Math.min(usual, Math.floor((window * percent) / 100));
}

function toPositive(text: string | undefined): number | null {
  return text !== undefined && /^\d{1,9}$/.test(text) && Number(text) > 0 ? Number(text) : null;
}
