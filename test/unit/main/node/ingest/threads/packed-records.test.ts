import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { packRecords, unpackRecords } from '../../../../../../main/node/ingest/threads/packed-records.ts';
import type { LogRecord } from '../../../../../../shared/domain/log-record.ts';
import { changeEvent } from '../../../../../support/ledger-samples.ts';
import { usageEvent } from '../../../../../support/ledger-arbitraries.ts';
import { readingOf } from '../../../../../support/ledger-samples.ts';

const toRecord = (event: LogRecord & { kind: 'event' }): LogRecord => event;

describe('packRecords', () => {
  it('returns every field of every event, also through a message', () => {
    // A parser never returns zero: it would mean that the agent did not calculate a cost.
    const event = usageEvent.map((row) =>
      toRecord({ kind: 'event', event: changeEvent(row, { isRegional: row.profile.isCopy }) }),
    );
    fc.assert(
      fc.property(fc.array(event, { maxLength: 20 }), (records) => {
        expect(unpackRecords(structuredClone(packRecords(records)))).toEqual(records);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps readings and lineage, after the events', () => {
    const reading: LogRecord = { kind: 'limit', reading: readingOf({}) };
    const lineage: LogRecord = { kind: 'lineage', threadId: 'a', parentId: 'b' };
    const [event] = fc.sample(usageEvent, 1).map((row) => toRecord({ kind: 'event', event: row }));
    expect(unpackRecords(packRecords([reading, event!, lineage]))).toEqual([event, reading, lineage]);
  });
});
