import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LogRecord } from '../../../../shared/domain/log-record.ts';
import { tokenClasses } from '../../../../shared/domain/token-usage.ts';
import { logFixturesFolder } from '../../../support/log-fixtures.ts';
import { listFiles } from '../../../support/real-logs.ts';
import { lineSources } from '../../../support/streams.ts';
import { toTextLine } from '../../../support/text-line.ts';

const linesPerSource = 200_000;
const linesPerFile = 40;
/** What a reader takes for damage, see token-count.ts. */
const mostTokens = 1e12;

/** Values that a broken or hostile log may hold anywhere, as JSON text. */
const hostileValues = [
  'null', 'true', '-1', '-0', '0.5', '1e300', '1e999', '9007199254740993', '"12"', '""', '"\\ud800"', '"\\u0000"',
  '[]', '[[[]]]', '{}', '[null]', '{"toString":1,"valueOf":2}', '{"__proto__":{"usage":1}}', '{"constructor":null}',
  '{"input_tokens":-5,"output_tokens":1e400}', `"${'x'.repeat(5000)}"`, '['.repeat(2000) + ']'.repeat(2000),
]; // prettier-ignore

const mutations = fc.oneof(
  fc.record({ kind: fc.constant('value' as const), at: fc.nat(), value: fc.constantFrom(...hostileValues) }),
  fc.record({ kind: fc.constant('cut' as const), at: fc.nat(), value: fc.constant('') }),
  fc.record({ kind: fc.constant('insert' as const), at: fc.nat(), value: fc.string({ unit: 'binary', maxLength: 8 }) }),
  fc.record({ kind: fc.constant('digit' as const), at: fc.nat(), value: fc.constantFrom('-', '.', '9', 'e', '"') }),
);
const mutatedLines = fc.array(fc.record({ line: fc.nat(), changes: fc.array(mutations, { maxLength: 3 }) }), {
  minLength: linesPerFile,
  maxLength: linesPerFile,
});

describe.each(lineSources)('hostile lines: $id', ({ id, stream }) => {
  const originals = listFiles(join(logFixturesFolder, id))
    .filter(({ relativePath }) => relativePath.endsWith('.jsonl'))
    .flatMap(({ path }) => readFileSync(path, 'utf8').split('\n'));

  it('never break the reader, nor yield a number that is none', { timeout: 60_000 }, () => {
    let events = 0;
    const faults: string[] = [];
    fc.assert(
      fc.property(mutatedLines, (lines) => {
        const reader = stream.createReader(`/p/s/subagents/${id}.jsonl`, null);
        for (const { line, changes } of lines) {
          const records = reader.read(toTextLine(changes.reduce(mutate, originals[line % originals.length]!)));
          for (const record of records) {
            if (record.kind === 'event') events += 1;
            faults.push(...faultsOf(id, record));
          }
        }
        expect(faults).toEqual([]);
        expect(JSON.parse(JSON.stringify(reader.state()))).toEqual(reader.state());
      }),
      { numRuns: linesPerSource / linesPerFile, seed: 20_260_504 },
    );
    // Enough lines survived their mutation for the check to mean something.
    expect(events).toBeGreaterThan(linesPerSource / 20);
  });

  it('with very deep nesting are skipped or read, but do not throw', () => {
    const reader = stream.createReader('/p/s.jsonl', null);
    const needle = stream.needles[0]!;
    const deep = `{${needle}:${'['.repeat(200_000)}`;
    expect(reader.read(toTextLine(deep))).toEqual([{ kind: 'skip', reason: 'not-json' }]);
    expect(() => reader.read(toTextLine(`${deep}${']'.repeat(200_000)}}`))).not.toThrow();
  });

  it('without a needle yield nothing, with one that is text likewise', () => {
    const reader = stream.createReader('/p/s.jsonl', null);
    expect(reader.read(toTextLine('{"type":"user","message":{"content":"plain"}}'))).toEqual([]);
    const quoted = JSON.stringify({ type: 'user', message: { content: stream.needles.join(' ') } });
    expect(stream.needles.some((text) => quoted.includes(text))).toBe(false);
    expect(reader.read(toTextLine(quoted))).toEqual([]);
  });
});

interface Mutation {
  readonly kind: 'value' | 'cut' | 'insert' | 'digit';
  readonly at: number;
  readonly value: string;
}

function mutate(line: string, { kind, at, value }: Mutation): string {
  const places = kind === 'value' ? [...line.matchAll(/(?<=":)(?:-?[\d.]+|"[^"\\]*"|null|true|false|\{\}|\[\])/g)] : [];
  const place = places[at % Math.max(places.length, 1)];
  if (place !== undefined) return line.slice(0, place.index) + value + line.slice(place.index + place[0].length);
  const position = at % (line.length + 1);
  if (kind === 'cut') return line.slice(0, position);
  if (kind === 'insert') return line.slice(0, position) + value + line.slice(position);
  const digits = [...line.matchAll(/\d/g)];
  const digit = digits[at % Math.max(digits.length, 1)];
  return digit === undefined ? line : line.slice(0, digit.index) + value + line.slice(digit.index + 1);
}

/** What is wrong with a record; one `expect` for each would take most of the time. */
function faultsOf(id: string, record: LogRecord): readonly string[] {
  if (record.kind === 'limit') {
    const { usedPercent } = record.reading;
    return usedPercent === null || (usedPercent >= 0 && usedPercent <= 100) ? [] : [`${usedPercent} %`];
  }
  if (record.kind !== 'event') return [];
  const { event } = record;
  const counts = {
    ...event.usage,
    webSearchRequests: event.webSearchRequests,
    loggedCostMicroUsd: event.loggedCostMicroUsd ?? 0,
    atMs: event.atMs,
  };
  const faults = Object.entries(counts).flatMap(([name, value]) => (isCount(value) ? [] : [`${name}: ${value}`]));
  for (const name of tokenClasses) if (event.usage[name] > mostTokens) faults.push(`${name}: ${event.usage[name]}`);
  if (event.usage.reasoningTokens > event.usage.outputTokens) faults.push('more reasoning than output');
  if (!event.key.startsWith(`${id}:`)) faults.push(event.key);
  if (/[\p{Cc}\p{Cs}]/u.test(event.model)) faults.push(event.model);
  return faults;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && !Object.is(value, -0) && value >= 0;
}
