import { describe, expect, it } from 'vitest';
import { applyChange, changeSince, createSnapshot, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';

import { makeProcess } from '../../../fakes/cli-host.ts';

const first = createSnapshot(emptySections('UTC', 1_000), 1_000);
const scanning = { ...first.sections.scan, phase: 'scanning', percent: 50 } as const;

describe('snapshot revisions', () => {
  it('start at 1 for every section, under the name of the format', () => {
    expect(first).toMatchObject({ schema: 'fuelgauge.snapshot.v1', revision: 1, generatedAtMs: 1_000 });
    expect(first.sectionRevisions).toEqual(Object.fromEntries(Object.keys(first.sections).map((name) => [name, 1])));
  });

  it('stays the same object when no section has changed', () => {
    expect(updateSnapshot(first, { scan: { ...first.sections.scan } }, 2_000)).toBe(first);
  });

  it('raises only the revision of the section that changed', () => {
    const second = updateSnapshot(first, { scan: scanning, burn: first.sections.burn }, 2_000);
    expect(second.revision).toBe(2);
    expect(second.sectionRevisions).toEqual({ ...first.sectionRevisions, scan: 2 });
    expect(second.sections.burn).toBe(first.sections.burn);
  });

  it('sends only what a receiver lacks, and the receiver reaches the same snapshot', () => {
    const second = updateSnapshot(first, { scan: scanning }, 2_000);
    const third = updateSnapshot(
      second,
      { sessions: [], processes: { agents: [makeProcess()], orphans: [], own: null } },
      3_000,
    );
    const change = changeSince(third, first.revision);
    expect(Object.keys(change?.sections ?? {}).sort()).toEqual(['processes', 'scan']);
    expect(change && applyChange(first, change)?.sections).toEqual(third.sections);
    expect(changeSince(third, third.revision)).toBeNull();
  });

  it('rejects a change that starts from another revision', () => {
    const second = updateSnapshot(first, { scan: scanning }, 2_000);
    const third = updateSnapshot(second, { scan: first.sections.scan }, 3_000);
    const change = changeSince(third, second.revision);
    expect(change && applyChange(first, change)).toBeNull();
  });
});
