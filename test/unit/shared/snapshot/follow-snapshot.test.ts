import { describe, expect, it } from 'vitest';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../shared/snapshot/app-snapshot.ts';
import { followSnapshot } from '../../../../shared/snapshot/follow-snapshot.ts';
import { changeSince, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';
import { createScenario } from '../../../fakes/fake-scenarios.ts';

const first = createScenario('normal', 0).snapshot;
const second = updateSnapshot(first, { sessions: [] }, 1);
const third = updateSnapshot(second, { blocks: [] }, 2);

/** A follower whose source answers when the test says so. */
function startFollower() {
  const changes = createEmitter<SnapshotChange>();
  const waiting: { answer(snapshot: AppSnapshot): void; refuse(): void }[] = [];
  const ask = (): Promise<AppSnapshot> =>
    new Promise((resolve, reject) => {
      waiting.push({ answer: resolve, refuse: () => reject(new Error('no')) });
    });
  let held: AppSnapshot | null = null;
  let failures = 0;
  const follower = followSnapshot(
    { ask, onChange: changes.on },
    { held: () => held, hold: (snapshot) => (held = snapshot), fail: () => (failures += 1) },
  );
  return {
    follower,
    waiting,
    held: () => held,
    failures: () => failures,
    publish: (change: SnapshotChange | null) => changes.emit(change!),
    /** Gives it a snapshot. */
    async begin(snapshot: AppSnapshot) {
      const asking = follower.refresh();
      waiting[0]!.answer(snapshot);
      await asking;
    },
  };
}

describe('followSnapshot', () => {
  it('applies changes that follow its snapshot', async () => {
    const bench = startFollower();
    await bench.begin(first);
    bench.publish(changeSince(second, 1));
    expect(bench.held()).toEqual(second);
    expect(bench.waiting).toHaveLength(1);
  });

  it('asks for a whole snapshot when a change was missed', async () => {
    const bench = startFollower();
    await bench.begin(first);
    bench.publish(changeSince(third, 2));
    expect(bench.held()).toEqual(first);
    bench.waiting[1]!.answer(third);
    await bench.follower.refresh();
    expect(bench.held()).toEqual(third);
  });

  it('asks for a whole snapshot when a change comes before any', async () => {
    const bench = startFollower();
    bench.publish(changeSince(second, 1));
    bench.waiting[0]!.answer(second);
    await bench.follower.refresh();
    expect(bench.held()).toEqual(second);
  });

  it('applies a change to the answer that it overtook', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.publish(changeSince(second, 1));
    bench.waiting[0]!.answer(first);
    await asking;
    expect(bench.held()).toEqual(second);
    expect(bench.waiting).toHaveLength(1);
  });

  it('ignores a change that the answer already contains', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.publish(changeSince(second, 1));
    bench.waiting[0]!.answer(third);
    await asking;
    expect(bench.held()).toEqual(third);
    expect(bench.waiting).toHaveLength(1);
  });

  it('ignores the change that led to the answer', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.publish(changeSince(second, 1));
    bench.waiting[0]!.answer(second);
    await asking;
    expect(bench.held()).toEqual(second);
    expect(bench.waiting).toHaveLength(1);
  });

  it('asks again when several changes overtook the answer', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.publish(changeSince(second, 1));
    bench.publish(changeSince(third, 2));
    bench.waiting[0]!.answer(first);
    await Promise.resolve();
    await Promise.resolve();
    bench.waiting[1]!.answer(third);
    await asking;
    expect(bench.held()).toEqual(third);
  });

  it('asks once, however often it is called', async () => {
    const bench = startFollower();
    const all = Promise.all([bench.follower.refresh(), bench.follower.refresh()]);
    expect(bench.waiting).toHaveLength(1);
    bench.waiting[0]!.answer(first);
    await all;
  });

  it('keeps its snapshot when the source fails, and asks again afterwards', async () => {
    const bench = startFollower();
    await bench.begin(first);
    const failing = bench.follower.refresh();
    bench.waiting[1]!.refuse();
    await failing;
    expect([bench.held(), bench.failures()]).toEqual([first, 1]);
    void bench.follower.refresh();
    expect(bench.waiting).toHaveLength(3);
  });

  it('receives nothing after it is disposed', () => {
    const bench = startFollower();
    bench.follower.dispose();
    bench.publish(changeSince(second, 1));
    expect(bench.waiting).toHaveLength(0);
  });
});
