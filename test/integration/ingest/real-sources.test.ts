import { appendFileSync, mkdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { withEffort } from '../../support/effort.ts';
import { createMemoryLedger } from '../../fakes/memory-ledger.ts';
import type { Source } from '../../../shared/sources/source.ts';
import { evenShare } from '../../support/generated-logs.ts';
import { logFixturesFolder } from '../../support/log-fixtures.ts';
import { lineSources, type LineSource } from '../../support/streams.ts';
import { listFiles } from '../../support/real-logs.ts';
import { makeFolder, makeIngest } from './harness.ts';

/** The logs of one agent, all cases together, as they are below its root. */
function readLogs({
  source,
  stream,
}: LineSource): readonly { readonly relativePath: string; readonly content: Buffer }[] {
  return listFiles(join(logFixturesFolder, source.id))
    .filter(({ relativePath }) => {
      const parts = relativePath.split('/');
      // What is compressed does not grow.
      return !relativePath.endsWith('.zst') && parts.some((_, at) => stream.matches(parts.slice(at).join('/')));
    })
    .map(({ path, relativePath }) => ({ relativePath, content: readFileSync(path) }));
}

/** The same agent, with a single folder to search. */
function placeAt({ source, stream }: LineSource, root: string): Source {
  const matches = (): boolean => true;
  const roots = () => [{ path: root, origin: 'default' }];
  return { ...source, roots, isLogFolder: () => true, streams: [{ ...stream, matches }] };
}

/** Everything in the ledger, except for what differs between two copies: paths and times. */
function toComparable(dump: string, root: string): readonly string[] {
  return dump
    .replaceAll(root, 'ROOT')
    .replaceAll(/"(?:mtimeMs|inode|headHash|headBytes)":(?:"[^"]*"|[\d.]+),?/g, '')
    .split('\n')
    .sort();
}

describe.each(lineSources)('$id logs', (lineSource) => {
  it('give the same ledger when read in one go and piece by piece with restarts', async () => {
    const logs = readLogs(lineSource);
    expect(logs.length).toBeGreaterThan(0);
    const whole = makeFolder();
    for (const { relativePath, content } of logs) append(whole, relativePath, content);
    const expected = createMemoryLedger();
    await makeIngest([placeAt(lineSource, whole)], expected).scan();
    expect([...expected.contents().entries].length).toBeGreaterThan(0);

    await fc.assert(
      fc.asyncProperty(fc.array(evenShare, { minLength: 1, maxLength: 3 }), async (cuts) => {
        const root = makeFolder();
        const store = createMemoryLedger();
        const shares = [0, ...cuts.toSorted((a, b) => a - b), 1];
        for (const [index, share] of shares.slice(1).entries()) {
          for (const { relativePath, content } of logs) {
            const from = Math.floor(shares[index]! * content.length);
            append(root, relativePath, content.subarray(from, Math.floor(share * content.length)));
          }
          const ingest = makeIngest([placeAt(lineSource, root)], store);
          await ingest.scan();
          await ingest.stop();
        }
        expect(toComparable(dumpLedger(store), root)).toEqual(toComparable(dumpLedger(expected), whole));
      }),
      withEffort(10),
    );
  });
});

function append(root: string, relativePath: string, content: Buffer): void {
  const path = join(root, relativePath);
  mkdirSync(dirname(path), { recursive: true });
  appendFileSync(path, content);
}
