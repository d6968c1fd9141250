import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  parseAlertState,
  parseStoredAlerts,
  toStoredAlerts,
  type AlertState,
} from '../../../../shared/alerts/alert-state.ts';
import { evaluateAlerts } from '../../../../shared/alerts/evaluate.ts';
import type { LimitWindow } from '../../../../shared/domain/limit-window.ts';
import { makeAlertInput } from '../../../support/make-alert-input.ts';
import { makeReading } from '../../../support/make-reading.ts';

const fixtures = path.resolve(import.meta.dirname, '../../../fixtures/alerts');
/** Written by the version that had one rule: Codex at 42 % of its week and 91 % of 5 hours, a block at 77 %. */
const recorded: unknown = JSON.parse(readFileSync(path.join(fixtures, 'schema-1.json'), 'utf8'));
const recordedMs = Date.parse('2026-05-01T12:02:00Z');
const hourMs = 3_600_000;

/** Restarts the app with what is stored, and observes these percentages of the 5-hour window; the alerts it raises. */
function restart(stored: unknown, ...percents: readonly number[]): { state: AlertState; crossed: readonly number[] } {
  let state = parseAlertState(JSON.parse(JSON.stringify(stored)));
  const crossed = percents.flatMap((usedPercent) => {
    const window: LimitWindow = {
      ...makeReading({ usedPercent, resetsAtMs: Date.parse('2026-05-01T15:00:00Z'), observedAtMs: recordedMs }),
      trustedUntilMs: recordedMs + 2 * hourMs,
      runsOutAtMs: null,
      pace: null,
    };
    const input = makeAlertInput({ windows: [window], thresholdsPercent: [75, 90, 95], nowMs: recordedMs + hourMs });
    const outcome = evaluateAlerts(state, input);
    state = outcome.state;
    return outcome.intents.flatMap(({ kind, parameters }) =>
      kind === 'threshold' ? [parameters.thresholdPercent] : [],
    );
  });
  return { state, crossed };
}

describe('the stored state of alerts', () => {
  it('of the first form is read: what was alerted is not repeated', () => {
    expect(restart(recorded, 80, 92).crossed).toEqual([]);
    expect(restart(recorded, 91, 96).crossed).toEqual([95]);
    expect(restart({}, 80, 92).crossed).toEqual([90]);
  });

  it('of the first form keeps every window, and is stored by rule from then on', () => {
    const { state } = restart(recorded, 91);
    const stored = JSON.parse(JSON.stringify(toStoredAlerts({ ...parseStoredAlerts(null), state }))) as {
      rules: { threshold: object };
    };
    expect(stored).toMatchObject({ schema: 2, rules: { threshold: { 'claude-code:block': { settledPercent: 75 } } } });
    expect(Object.keys(stored.rules.threshold).sort()).toEqual(Object.keys(recorded as object).sort());
    expect(restart(stored, 80, 92).crossed).toEqual([]);
    expect(restart(stored, 91, 96).crossed).toEqual([95]);
  });

  it('of a newer form, or none at all, counts as nothing', () => {
    for (const stored of [null, 7, [], { schema: 3, rules: { threshold: recorded } }, { schema: 2, rules: 7 }]) {
      expect(parseAlertState(stored)).toMatchObject({ threshold: {}, depleted: {} });
      expect(parseStoredAlerts(stored)).toMatchObject({ gate: { held: [] }, outbox: { entries: [] } });
    }
  });
});

describe('evaluateAlerts', () => {
  it('returns the same state when there is nothing to remember', () => {
    const state = parseAlertState(recorded);
    expect(evaluateAlerts(state, makeAlertInput({ thresholdsPercent: [75], nowMs: 0 })).state).toBe(state);
  });
});
