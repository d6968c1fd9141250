import { toLengthScope, type LimitId } from '../../shared/domain/limit-id.ts';
import type { LimitReading } from '../../shared/domain/limit-window.ts';

/** The fields of a reading that a test sets: its own, and those of the limit's id. */
export type ReadingPatch = Partial<Omit<LimitReading, 'id'>> & Partial<LimitId>;

/** A Codex reading of a five-hour window, observed in 1970, ordinary except for what the test sets. */
export function makeReading(patch: ReadingPatch = {}): LimitReading {
  const { provider = 'openai', account = null, name = 'codex', windowMinutes = 300, ...rest } = patch;
  const { scope = windowMinutes === null ? 'credits' : toLengthScope(windowMinutes), ...others } = rest;
  return {
    id: { provider, account, name, scope },
    source: 'codex',
    origin: 'log',
    label: null,
    windowMinutes,
    usedPercent: 10,
    amount: null,
    resetsAtMs: null,
    planType: 'plus',
    observedAtMs: 0,
    ...others,
  };
}
