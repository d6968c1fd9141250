import { describe, expect, it } from 'vitest';
import { createDeviceMarker } from '../../../../../main/node/ingest/mark-records.ts';
import type { LogRecord } from '../../../../../shared/domain/log-record.ts';
import { eventOf, readingOf } from '../../../../support/ledger-samples.ts';

const event = eventOf({});
const records: readonly LogRecord[] = [
  { kind: 'event', event },
  { kind: 'limit', reading: readingOf({}) },
  { kind: 'lineage', threadId: 'a', parentId: 'b' },
  { kind: 'skip', reason: 'not-json' },
];

describe('createDeviceMarker', () => {
  it('sets the device of events and changes nothing else', () => {
    const [marked, ...others] = records.map(createDeviceMarker('wsl:Ubuntu'));
    expect(marked).toEqual({ kind: 'event', event: eventOf({ device: 'wsl:Ubuntu' }) });
    expect(others).toEqual(records.slice(1));
    expect(event.profile.device).toBeNull();
  });

  it('returns records of this machine unchanged', () => {
    const marked = records.map(createDeviceMarker(null));
    for (const [index, record] of marked.entries()) expect(record).toBe(records[index]);
  });

  it('keeps profiles shared', () => {
    const mark = createDeviceMarker('old-laptop');
    const profiles = [event, { ...event, key: 'k2' }, eventOf({ sessionId: 's2' })].map((each) => {
      const { event: marked } = mark({ kind: 'event' as const, event: each });
      return marked.profile;
    });
    expect(profiles[1]).toBe(profiles[0]);
    expect(profiles[2]).toMatchObject({ sessionId: 's2', device: 'old-laptop' });
  });
});
