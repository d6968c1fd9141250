import { describe, expect, it } from 'vitest';
import type { ReaderState } from '../../../../../shared/ports/cursor-store.ts';
import { createCaptureReader, captureSchema } from '../../../../../shared/sources/claude-code/captures.ts';
import { toTextLine } from '../../../../support/text-line.ts';
import { limitsInShort as inShort } from '../../../../support/limits-in-short.ts';

const atMs = Date.parse('2026-05-04T09:00:00Z');
const resetsAt = '2026-05-04T12:00:00.300+00:00';

describe('captures of the status line', () => {
  const capture = (sessionId: string, minute: number, used: unknown, context = 1) =>
    JSON.stringify({
      schema: captureSchema,
      atMs: atMs + minute * 60_000,
      sessionId,
      rateLimits: { five_hour: { used_percentage: used, resets_at: Date.parse(resetsAt) / 1000 } },
      contextWindow: { used_percentage: context },
    });
  const readAll = (lines: readonly string[], reader = createCaptureReader(null)) =>
    inShort(lines.flatMap((line) => reader.read(toTextLine(line))));

  it('are readings where they say something new, not where a line is drawn again', () => {
    const reader = createCaptureReader(null);
    expect(
      readAll([capture('a', 0, 10), capture('a', 1, 10), capture('b', 2, 30), capture('a', 3, 10)], reader),
    ).toEqual([
      ['5h', 10, '2026-05-04T12:00'],
      ['5h', 30, '2026-05-04T12:00'],
    ]);
    // A response that changed no percentage is an observation, too.
    expect(readAll([capture('a', 4, 10, 2)], reader)).toHaveLength(1);
    const resumed = createCaptureReader(reader.state());
    expect(readAll([capture('a', 5, 10, 2), capture('b', 6, 30)], resumed)).toEqual([]);
  });

  it('hold windows each by itself, and a spend limit that may be exceeded', () => {
    const line = JSON.stringify({
      schema: captureSchema,
      atMs,
      sessionId: 'a',
      rateLimits: {
        seven_day: { used_percentage: 1_780_000_000, resets_at: 1 },
        spend_limit: { used_percentage: 130, used_usd: 65, limit_usd: 50, resets_at: null },
      },
    });
    expect(readAll([line])).toEqual(['bad-limit', ['spend', 100, null]]);
  });

  it('are no observation of an idle session, one of whose windows has been reset since', () => {
    const line = JSON.stringify({
      schema: captureSchema,
      atMs,
      sessionId: 'idle',
      rateLimits: {
        five_hour: { used_percentage: 90, resets_at: atMs / 1000 },
        seven_day: { used_percentage: 15, resets_at: atMs / 1000 + 86_400 },
      },
    });
    expect(readAll([line])).toEqual([]);
  });

  it.each([
    ['{"schema":"fuelgauge.capture.v2","rateLimits":{}}', []],
    ['{"schema":"fuelgauge.capture.v1","rateLimits":null}', []],
    ['{"schema":"fuelgauge.capture.v1","rateLimits":{"five_hour":{"used_percentage":1}}}', ['no-timestamp']],
    ['{"schema":"fuelgauge.capture.v1","rate', ['not-json']],
  ])('%s yields %j', (line, expected) => {
    expect(readAll([line])).toEqual(expected);
  });

  it('remember nothing that is not theirs', () => {
    const state = [['a', '{}'], 'b', ['c'], ['d', 1], ['e', '', ''], null] as ReaderState;
    expect(createCaptureReader(state).state()).toEqual([['a', '{}']]);
  });

  it('remember no more than a few sessions', () => {
    const reader = createCaptureReader(null);
    for (let index = 0; index < 100; index++) reader.read(toTextLine(capture(`s${index}`, index, 1)));
    expect(reader.state()).toHaveLength(32);
  });

  it('are a new observation if only the limits have changed', () => {
    expect(readAll([capture('a', 0, 10), capture('a', 1, 20)])).toHaveLength(2);
  });

  it.each([
    [
      { used_usd: 20, limit_usd: 50 },
      { unit: 'usd', used: 20, limit: 50, remaining: 30 },
    ],
    [
      { used_usd: 65, limit_usd: 50 },
      { unit: 'usd', used: 65, limit: 50, remaining: 0 },
    ],
    [{ used_usd: 20 }, { unit: 'usd', used: 20, limit: null, remaining: null }],
    [{ limit_usd: 50 }, null],
  ])('hold the amount of a spend limit: %j', (spend, amount) => {
    const resets_at = atMs / 1_000 + 86_400;
    const rateLimits = { spend_limit: { used_percentage: 40, resets_at, ...spend } };
    const line = JSON.stringify({ schema: captureSchema, atMs, sessionId: 'a', rateLimits });
    expect(createCaptureReader(null).read(toTextLine(line))).toMatchObject([
      { reading: { id: { scope: 'spend' }, amount, resetsAtMs: resets_at * 1_000, origin: 'statusline' } },
    ]);
  });
});
