import { describe, expect, it } from 'vitest';
import { silentSourceRule } from '../../../../../shared/alerts/rules/silent-source.ts';
import { playRule } from '../../../../support/play-rule.ts';

const hourMs = 3_600_000;
const startMs = Date.parse('2026-05-01T00:00:00Z');
const play = () => {
  const rule = playRule(silentSourceRule);
  return (hours: number, events: number, bytes: number) =>
    rule
      .see({ nowMs: startMs + hours * hourMs, sources: [{ source: 'codex', events, bytes }] })
      .map(({ parameters }) => parameters);
};

describe('silent-source', () => {
  it('raises an alert from one megabyte and two hours, and says since when', () => {
    const [exact, early, small] = [play(), play(), play()];
    for (const at of [exact, early, small]) at(0, 5, 0);
    expect(exact(2, 5, 1e6)).toEqual([{ grownBytes: 1e6, sinceMs: startMs }]);
    expect([early(1.99, 5, 1e6), small(2, 5, 1e6 - 1)]).toEqual([[], []]);
  });

  it('measures growth from the size that is left after logs are deleted', () => {
    const at = play();
    at(0, 5, 9e6);
    at(1, 5, 1e6);
    expect(at(2, 5, 2e6)).toEqual([{ grownBytes: 1e6, sinceMs: startMs }]);
  });

  it('starts over when the clock is set back', () => {
    const at = play();
    at(10, 5, 0);
    at(3, 5, 0);
    expect([at(4, 5, 2e6), at(5, 5, 2e6)].map(({ length }) => length)).toEqual([0, 1]);
  });

  it('alerts once when logs grow for hours and nothing in them counts', () => {
    const at = play();
    const count = (hours: number, events: number, bytes: number) => at(hours, events, bytes).length;
    expect([count(0, 5, 1e6), count(1, 5, 3e6), count(2, 5, 4e6), count(3, 5, 9e6)]).toEqual([0, 0, 1, 0]);
    expect([count(4, 6, 10e6), count(9, 6, 10.5e6), count(10, 6, 12e6)]).toEqual([0, 0, 1]);
    expect(play()(0, 0, 1e9)).toEqual([]);
  });
});
