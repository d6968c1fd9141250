import { describe, expect, it } from 'vitest';
import { hourMs, minuteMs } from '../../../../shared/domain/instant.ts';
import { joinAnchors, toPastAnchors } from '../../../../shared/limits/block-anchors.ts';
import { makeReading, type ReadingPatch } from '../../../support/make-reading.ts';

const at = (atHour: number, resetHour: number | null, patch: ReadingPatch = {}) =>
  makeReading({
    observedAtMs: atHour * hourMs,
    resetsAtMs: resetHour === null ? null : resetHour * hourMs,
    ...patch,
  });
const inHours = (anchors: ReturnType<typeof toPastAnchors>) =>
  Object.fromEntries([...anchors].map(([source, resetsMs]) => [source, resetsMs.map((each) => each / hourMs)]));

describe('toPastAnchors', () => {
  it('has one reset for each window that was observed, as its last reading said', () => {
    const drifting = at(3, null, { resetsAtMs: 5 * hourMs + minuteMs });
    const other = at(4, 8.5, { source: 'claude-code' });
    expect(inHours(toPastAnchors([at(1, 5), at(2, 5), drifting, other, at(6, 10), at(13, 17.5)]))).toEqual({
      codex: [5 + 1 / 60, 10, 17.5],
      'claude-code': [8.5],
    });
  });

  it('has one window where its reset moves while it is used, and two where its use falls', () => {
    expect(inHours(toPastAnchors([at(1, 5, { usedPercent: 10 }), at(2, 5.5, { usedPercent: 20 })]))).toEqual({
      codex: [5.5],
    });
    expect(inHours(toPastAnchors([at(1, 5, { usedPercent: 90 }), at(2, 6.5, { usedPercent: 4 })]))).toEqual({
      codex: [5, 6.5],
    });
  });

  it('knows nothing of a window that has not begun, had ended when it was read, or is not of five hours', () => {
    const unused = [at(1, 6, { usedPercent: 0 }), at(2, 7, { usedPercent: 0 })];
    expect(inHours(toPastAnchors([...unused, at(3, 7.5, { usedPercent: 1 })]))).toEqual({ codex: [7.5] });
    expect(inHours(toPastAnchors([at(3, 2), at(3, 90, { windowMinutes: 10_080 })]))).toEqual({ codex: [] });
  });

  it('does not count the windows of one model as those of the agent', () => {
    const spark = { name: 'spark', label: 'Spark' };
    expect(inHours(toPastAnchors([at(1, 5), at(2, 7, spark)]))).toEqual({ codex: [5] });
    expect(inHours(joinAnchors(new Map(), [at(1, 5), at(2, 7, spark)]))).toEqual({ codex: [5] });
  });

  it('has the windows of two accounts that report in turn', () => {
    const [one, two] = [{ account: 'one' }, { account: 'two' }];
    const readings = [at(1, 5, one), at(2, 6, two), at(3, 5, one), at(4, 6, two)];
    expect(inHours(toPastAnchors(readings))).toEqual({ codex: [5, 6] });
  });
});

describe('joinAnchors', () => {
  it('lets the newest reading decide on the current window', () => {
    const past = toPastAnchors([at(1, 5), at(6, 10), at(7, 11)]);
    expect(inHours(joinAnchors(past, [at(8, 10.5)]))).toEqual({ codex: [5, 10.5] });
    expect(inHours(joinAnchors(past, [at(8, 10), at(8, 9, { account: 'two' })]))).toEqual({ codex: [5, 10] });
    expect(inHours(joinAnchors(new Map(), [at(8, 10), at(8, null), at(8, 90, { windowMinutes: 10_080 })]))).toEqual({
      codex: [10],
    });
  });
});
