import { describe, expect, it } from 'vitest';
import { continueNote, parseSessionNote, type SessionNote } from '../../../../shared/statusline/session-note.ts';
import { makeStatus, nowMs } from '../../../support/make-status.ts';

const context = (usedTokens: number) => ({
  usedTokens,
  sizeTokens: 200_000,
  usedPercent: null,
  compactsAtTokens: null,
});
const start = continueNote(null, makeStatus({ context: context(100_000) }), 'a', nowMs).note;
const later = (note: SessionNote, usedTokens: number) =>
  continueNote(note, makeStatus({ context: context(usedTokens) }), 'a', nowMs + 1_000).note;

describe('a capture', () => {
  const needs = (captured: string, atMs: number): boolean =>
    continueNote(start, makeStatus(), captured, atMs).needsCapture;

  it('is needed the first time, when something changed, and once a minute', () => {
    expect(continueNote(null, makeStatus(), 'a', nowMs).needsCapture).toBe(true);
    expect([needs('a', nowMs + 59_999), needs('a', nowMs + 60_000), needs('b', nowMs + 1)]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('is needed again after the clock was set back', () => {
    expect(needs('a', nowMs - 3_600_000)).toBe(true);
  });

  it('that was not needed leaves the time of the last one', () => {
    expect(continueNote(start, makeStatus(), 'a', nowMs + 1_000).note.capturedAtMs).toBe(nowMs);
  });
});

describe('compactions', () => {
  it('are falls to less than half of a large context', () => {
    expect([later(start, 120_000), later(start, 50_000), later(start, 49_999)].map((note) => note.compactions)).toEqual(
      [0, 0, 1],
    );
    expect(later(later(start, 10_000), 1_000).compactions).toBe(1);
  });
});

describe('the speed', () => {
  const at = (apiDurationMs: number, lastOutputTokens: number) => makeStatus({ apiDurationMs, lastOutputTokens });

  it('is the output of the last response by the time waited for it', () => {
    const first = continueNote(null, at(10_000, 500), 'a', nowMs).note;
    expect(first.tokensPerSecond).toBeNull();
    const second = continueNote(first, at(20_000, 600), 'a', nowMs).note;
    expect(second.tokensPerSecond).toBe(60);
    expect(continueNote(second, at(20_000, 600), 'a', nowMs).note.tokensPerSecond).toBe(60);
    expect(continueNote(second, at(20_001, 600), 'a', nowMs).note.tokensPerSecond).toBe(60);
    expect(continueNote(second, at(19_000, 600), 'a', nowMs).note.tokensPerSecond).toBe(60);
    expect(continueNote(second, at(30_000, 0), 'a', nowMs).note.tokensPerSecond).toBe(60);
  });
});

describe('a note', () => {
  it('survives being written', () => {
    expect(parseSessionNote(JSON.stringify(start))).toEqual(start);
  });

  it.each(['', 'null', '[]', '{}', '{"capturedAtMs":"1"}', '{"capturedAtMs":1,"captured":'])('is none: %s', (text) => {
    expect(parseSessionNote(text)).toBeNull();
  });

  it('with odd numbers has those that it can have', () => {
    const text = '{"capturedAtMs":1,"captured":"a","contextTokens":"9","compactions":null,"tasks":3}';
    expect(parseSessionNote(text)).toMatchObject({ contextTokens: null, compactions: 0, tasks: 3 });
  });
});
