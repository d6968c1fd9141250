import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askedFileName, toAskedLine } from '../../../../../shared/sources/lib/asked-limits.ts';
import { sources } from '../../../../../shared/sources/registry.ts';
import type { Source } from '../../../../../shared/sources/source.ts';
import { findFaults } from '../../../../support/find-faults.ts';
import { toTextLine } from '../../../../support/text-line.ts';

const atMs = Date.parse('2026-05-01T12:00:00Z');
const askable = sources.flatMap((source: Source) => {
  const stream = source.streams.find(({ kind, matches }) => kind === 'lines' && matches(askedFileName));
  const question = source.limitQuestion;
  return question === undefined || stream?.kind !== 'lines' ? [] : [{ id: source.id, question, stream }];
});
/** Whatever an answer may hold, with the names that are looked at. */
const hostile = fc.object({
  key: fc.constantFrom(
    'windows',
    'window',
    'group',
    'models',
    'percent',
    'reset',
    'remaining',
    'rateLimits',
    'primary',
  ),
  values: [fc.string(), fc.double(), fc.constantFrom('week', 'session', '5h', 'weekly', null, true, 1e300, -1)],
  maxDepth: 4,
});

describe('agents that can be asked', () => {
  it('are those that can print their limits', () => {
    expect(askable.map(({ id }) => id).sort()).toEqual(['antigravity', 'claude-code', 'codex']);
  });

  it.each(askable)('$id: an answer of any shape neither throws nor gives an impossible reading', ({ id, stream }) => {
    fc.assert(
      fc.property(hostile, fc.array(hostile, { maxLength: 3 }), (answer, windows) => {
        for (const each of [answer, { ...answer, windows }]) {
          const records = stream.createReader('/asked', null).read(toTextLine(toAskedLine(each, atMs).trim()));
          expect(records.flatMap((record) => findFaults(id, record))).toEqual([]);
        }
      }),
      { numRuns: 500, seed: 7 },
    );
  });

  it.each(askable)('$id: output of any kind is an answer, none, or about something else', ({ question }) => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          hostile.map((each) => JSON.stringify(each)),
        ),
        (text) => {
          const found = question.findAnswer(text);
          if (found?.ok === true) expect(() => toAskedLine(found.answer, atMs)).not.toThrow();
        },
      ),
      { numRuns: 500, seed: 7 },
    );
  });

  it('are asked without a shell, in words that nobody types', () => {
    for (const { question } of askable) expect(question.program).toMatch(/^[a-z]+$/);
  });
});
