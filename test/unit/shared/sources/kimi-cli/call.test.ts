import { describe, expect, it } from 'vitest';
import { parseUsageRecord, parseWireRecord } from '../../../../../shared/sources/kimi-cli/call.ts';

const log = { sessionId: 's', isSubagent: false, subagent: null, project: null, begunAtMs: null };

describe('a record of Kimi', () => {
  it('names a compaction, whose call is in no log', () => {
    expect(parseWireRecord({ message: { type: 'CompactionEnd' } }, log)).toEqual([
      { kind: 'unlogged', call: 'compaction' },
    ]);
  });

  it('has the provider that stands before the name of its model', () => {
    const usage = { inputOther: 1, output: 1, inputCacheRead: 0, inputCacheCreation: 0 };
    const providers = ['Moonshot/kimi-k2', 'kimi-k2'].map((model) => {
      const [record] = parseUsageRecord({ time: 1_777_892_400_000, model, usage }, log);
      return record?.kind === 'event' ? record.event.profile.provider : record;
    });
    expect(providers).toEqual(['moonshot', 'unknown']);
  });
});
