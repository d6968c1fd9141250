import { describe, expect, it } from 'vitest';
import { createScenario } from '../../../../test/fakes/fake-scenarios.ts';
import { followSnapshot } from '../../../../renderer/state/follow-snapshot.ts';
import { createHost } from '../../../../shared/contract/index.ts';
import { createEmitter } from '../../../../shared/lib/emitter.ts';
import type { AppSnapshot, SnapshotChange } from '../../../../shared/snapshot/app-snapshot.ts';
import { changeSince, updateSnapshot } from '../../../../shared/snapshot/revisions.ts';

const first = createScenario('normal', 0).snapshot;
const second = updateSnapshot(first, { sessions: [] }, 1);
const third = updateSnapshot(second, { blocks: [] }, 2);

function startFollower() {
  const changes = createEmitter<unknown>();
  const waiting: { answer(snapshot: AppSnapshot): void; refuse(): void }[] = [];
  const host = createHost({
    call: () =>
      new Promise((resolve, reject) => {
        waiting.push({ answer: resolve, refuse: () => reject(new Error('no')) });
      }),
    subscribe: (_, listener) => changes.on(listener),
  });
  let held: AppSnapshot | null = null;
  let failures = 0;
  const follower = followSnapshot(host, {
    held: () => held,
    hold: (snapshot) => (held = snapshot),
    fail: () => (failures += 1),
  });
  return {
    follower,
    waiting,
    held: () => held,
    failures: () => failures,
    tell: (change: SnapshotChange | null) => changes.emit(change),
  };
}

describe('followSnapshot', () => {
  it('applies changes that fit what is held', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.waiting[0]!.answer(first);
    await asking;
    bench.tell(changeSince(second, 1));
    expect(bench.held()).toEqual(second);
    expect(bench.waiting).toHaveLength(1);
  });

  it('asks for a whole snapshot when a change does not fit', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.waiting[0]!.answer(first);
    await asking;
    bench.tell(changeSince(third, 2));
    expect(bench.held()).toEqual(first);
    bench.waiting[1]!.answer(third);
    await bench.follower.refresh();
    expect(bench.held()).toEqual(third);
  });

  it('asks again when something changed while the answer was under way', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.tell(changeSince(second, 1));
    bench.waiting[0]!.answer(first);
    await Promise.resolve();
    await Promise.resolve();
    bench.waiting[1]!.answer(second);
    await asking;
    expect(bench.held()).toEqual(second);
  });

  it('asks once, however often it is told to', async () => {
    const bench = startFollower();
    const all = Promise.all([bench.follower.refresh(), bench.follower.refresh()]);
    expect(bench.waiting).toHaveLength(1);
    bench.waiting[0]!.answer(first);
    await all;
  });

  it('keeps what is held when the host fails, and asks anew afterwards', async () => {
    const bench = startFollower();
    const asking = bench.follower.refresh();
    bench.waiting[0]!.answer(first);
    await asking;
    const failing = bench.follower.refresh();
    bench.waiting[1]!.refuse();
    await failing;
    expect([bench.held(), bench.failures()]).toEqual([first, 1]);
    void bench.follower.refresh();
    expect(bench.waiting).toHaveLength(3);
  });

  it('hears nothing after it is disposed of', () => {
    const bench = startFollower();
    bench.follower.dispose();
    bench.tell(changeSince(second, 1));
    expect(bench.waiting).toHaveLength(0);
  });
});
