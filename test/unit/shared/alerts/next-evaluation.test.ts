import { describe, expect, it } from 'vitest';
import { defaultAlertChoices, type AlertChoices } from '../../../../shared/alerts/alert-choices.ts';
import type { AlertInput } from '../../../../shared/alerts/alert-rule.ts';
import { toNextEvaluationMs } from '../../../../shared/alerts/next-evaluation.ts';
import type { AlertKind } from '../../../../shared/domain/alert-intent.ts';
import { toLimitWindows } from '../../../../shared/limits/windows.ts';
import { makeAlertInput } from '../../../support/make-alert-input.ts';
import { makeReading } from '../../../support/make-reading.ts';

const minuteMs = 60_000;
const { nowMs } = makeAlertInput();
const choose = (patch: Partial<AlertChoices>): Partial<AlertInput> => ({
  choices: { ...defaultAlertChoices, ...patch },
});
/** Minutes from now; null: never. */
function after(patch: Partial<AlertInput>): number | null {
  const atMs = toNextEvaluationMs(makeAlertInput({ ...choose({ digest: off('digest') }), ...patch }));
  return atMs === null ? null : (atMs - nowMs) / minuteMs;
}
const on = <Name extends AlertKind>(name: Name): AlertChoices[Name] => ({
  ...defaultAlertChoices[name],
  isOn: true,
});
const off = <Name extends AlertKind>(name: Name): AlertChoices[Name] => ({
  ...defaultAlertChoices[name],
  isOn: false,
});
const something = [{}] as unknown;

describe('toNextEvaluationMs', () => {
  it('is never while time alone changes nothing', () => {
    expect(after({})).toBeNull();
  });

  it('is the reset of a window that is used up', () => {
    const used = (usedPercent: number) =>
      toLimitWindows([makeReading({ usedPercent, observedAtMs: nowMs, resetsAtMs: nowMs + 30 * minuteMs })], nowMs);
    expect(after({ windows: used(100) })).toBe(30);
  });

  it('is in five minutes while a limit is expected to run out', () => {
    const expected = (runsOutAtMs: number | null) => [{ runsOutAtMs }] as unknown as AlertInput['projected'];
    expect(after({ projected: expected(nowMs + minuteMs) })).toBe(5);
    expect(after({ projected: expected(null) })).toBeNull();
  });

  it('is in a minute while agents run, or processes are left behind, and the rule is on', () => {
    const agents = something as AlertInput['agents'];
    const orphans = something as AlertInput['orphans'];
    const digest = off('digest');
    expect(after({ agents, ...choose({ digest, 'busy-agent': on('busy-agent') }) })).toBe(1);
    expect(after({ agents, ...choose({ digest, 'busy-agent': off('busy-agent') }) })).toBeNull();
    expect(after(choose({ digest, 'busy-agent': on('busy-agent') }))).toBeNull();
    expect(after({ orphans, ...choose({ digest, orphan: on('orphan') }) })).toBe(1);
    expect(after({ orphans, ...choose({ digest, orphan: off('orphan') }) })).toBeNull();
    expect(after(choose({ digest, orphan: on('orphan') }))).toBeNull();
  });

  it('is the time of the digest, while it is still to come today', () => {
    const at = (atMinute: number) => choose({ digest: { ...on('digest'), atMinute } });
    expect(after({ ...at(780), local: { weekday: 5, minute: 720 } })).toBe(60);
    expect(after({ ...at(720), local: { weekday: 5, minute: 720 } })).toBeNull();
    expect(after({ ...at(60), local: { weekday: 5, minute: 720 } })).toBeNull();
    // Of a day that begins at four, the hour after midnight is still to come.
    expect(after({ ...at(60), dayStartHour: 4, local: { weekday: 5, minute: 720 } })).toBe(780);
  });

  it('is the first of several', () => {
    const agents = something as AlertInput['agents'];
    const projected = [{ runsOutAtMs: nowMs }] as unknown as AlertInput['projected'];
    expect(after({ agents, projected, ...choose({ digest: off('digest'), 'busy-agent': on('busy-agent') }) })).toBe(1);
  });
});
