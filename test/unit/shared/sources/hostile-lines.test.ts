import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findFaults } from '../../../support/find-faults.ts';
import { hostileMutations, mutateText } from '../../../support/hostile-text.ts';
import { logFixturesFolder } from '../../../support/log-fixtures.ts';
import { listFiles } from '../../../support/real-logs.ts';
import { lineSources } from '../../../support/streams.ts';
import { toTextLine } from '../../../support/text-line.ts';

// Every run uses the same lines, so more of them would only take longer.
const linesPerSource = 60_000;
const linesPerFile = 40;
const mutatedLines = fc.array(fc.record({ line: fc.nat(), changes: fc.array(hostileMutations, { maxLength: 3 }) }), {
  minLength: linesPerFile,
  maxLength: linesPerFile,
});

describe.each(lineSources)('hostile lines: $id', ({ id, stream }) => {
  const originals = listFiles(join(logFixturesFolder, id))
    .filter(({ relativePath }) => /\.(jsonl|proxy)$/.test(relativePath))
    .flatMap(({ path }) => readFileSync(path, 'utf8').split('\n'));

  it('never break the reader, nor yield an invalid number', () => {
    let events = 0;
    const faults: string[] = [];
    fc.assert(
      fc.property(mutatedLines, (lines) => {
        const reader = stream.createReader(`/p/s/subagents/${id}.jsonl`, null);
        for (const { line, changes } of lines) {
          const records = reader.read(toTextLine(changes.reduce(mutateText, originals[line % originals.length]!)));
          for (const record of records) {
            if (record.kind === 'event') events += 1;
            faults.push(...findFaults(id, record));
          }
        }
        expect(faults).toEqual([]);
        expect(JSON.parse(JSON.stringify(reader.state()))).toEqual(reader.state());
      }),
      { numRuns: linesPerSource / linesPerFile, seed: 20_260_504 },
    );
    // Enough lines survived their mutation for the check to be meaningful.
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
