import { describe, expect, it } from 'vitest';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../shared/snapshot/app-snapshot.ts';
import { emptySections } from '../../../../shared/snapshot/empty-sections.ts';
import { holdSnapshot } from '../../../../shared/snapshot/hold-snapshot.ts';
import { changeSince, createSnapshot, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';

const first = createSnapshot(emptySections('UTC', 1_000), 1_000);
const second = updateSnapshot(first, { burn: { minutes: [], coverageFromMs: 5 } }, 2_000);

describe('holdSnapshot', () => {
  it('holds what its source answers and changes, and reports both', async () => {
    const changes = createEmitter<SnapshotChange>();
    const held = holdSnapshot({ ask: () => Promise.resolve(first), onChange: changes.on }, () => expect.fail());
    const seen: AppSnapshot[] = [];
    held.onChange((snapshot) => seen.push(snapshot));
    expect(held.current()).toBeNull();
    await held.refresh();
    expect(held.current()).toEqual(first);
    changes.emit(changeSince(second, first.revision)!);
    expect(held.current()).toEqual(second);
    expect(seen).toEqual([first, second]);
    held.dispose();
    changes.emit(changeSince(first, 0)!);
    expect(seen).toHaveLength(2);
  });

  it('reports that its source did not answer', async () => {
    const failures: unknown[] = [];
    const source = { ask: () => Promise.reject(new Error('gone')), onChange: createEmitter<SnapshotChange>().on };
    const held = holdSnapshot(source, (error) => failures.push(error));
    await held.refresh();
    expect(failures).toEqual([new Error('gone')]);
    expect(held.current()).toBeNull();
  });
});
