import { describe, expect, it } from 'vitest';
import { createReadQueue } from '../../../../../main/node/ingest/read-queue.ts';

/** A queue whose reads end when the test says so. */
function makeQueue(width: number) {
  const started: string[] = [];
  const open = new Map<string, () => void>();
  let quiet = 0;
  const queue = createReadQueue({
    width: () => width,
    run(path) {
      started.push(path);
      return new Promise((resolve) => open.set(path, resolve));
    },
    onQuiet: () => quiet++,
  });
  const finish = async (path: string): Promise<void> => {
    open.get(path)?.();
    await new Promise((resolve) => setImmediate(resolve));
  };
  return { queue, started, finish, quietTimes: () => quiet };
}

describe('createReadQueue', () => {
  it('runs a few at a time, in order', async () => {
    const { queue, started, finish } = makeQueue(2);
    queue.add(['a', 'b', 'c']);
    expect(started).toEqual(['a', 'b']);
    await finish('b');
    expect(started).toEqual(['a', 'b', 'c']);
  });

  it('puts a changed file first, once, and keeps the order of the others', async () => {
    const { queue, started, finish } = makeQueue(1);
    queue.add(['a', 'b', 'c', 'd']);
    queue.addFirst('c');
    queue.addFirst('c');
    queue.add(['b', 'e']);
    for (const path of ['a', 'c', 'b', 'd', 'e']) await finish(path);
    expect(started).toEqual(['a', 'c', 'b', 'd', 'e']);
    await queue.idle();
  });

  it('never reads a file twice at the same time: it is read again afterwards', async () => {
    const { queue, started, finish } = makeQueue(4);
    queue.addFirst('a');
    queue.addFirst('a');
    queue.addFirst('a');
    expect(started).toEqual(['a']);
    await finish('a');
    expect(started).toEqual(['a', 'a']);
    await finish('a');
    expect(started).toEqual(['a', 'a']);
  });

  it('is idle when all is read, and quiet before that', async () => {
    const { queue, finish, quietTimes } = makeQueue(1);
    queue.add(['a', 'b']);
    let isIdle = false;
    void queue.idle().then(() => (isIdle = true));
    await finish('a');
    expect([isIdle, quietTimes()]).toEqual([false, 0]);
    await finish('b');
    expect([isIdle, quietTimes()]).toEqual([true, 1]);
  });

  it('starts nothing while paused, but is quiet then', async () => {
    const { queue, started, finish, quietTimes } = makeQueue(1);
    queue.add(['a', 'b']);
    queue.setPaused(true);
    await finish('a');
    expect(started).toEqual(['a']);
    expect(quietTimes()).toBe(1);
    queue.setPaused(false);
    expect(started).toEqual(['a', 'b']);
  });

  it('discards waiting files when it is closed, and waits for running reads', async () => {
    const { queue, started, finish } = makeQueue(1);
    queue.add(['a', 'b']);
    const idle = queue.idle();
    let isClosed = false;
    void queue.close().then(() => (isClosed = true));
    await Promise.resolve();
    expect(isClosed).toBe(false);
    await finish('a');
    await idle;
    expect(isClosed).toBe(true);
    queue.addFirst('c');
    expect(started).toEqual(['a']);
  });

  it('closes immediately when it is paused', async () => {
    const { queue } = makeQueue(1);
    queue.setPaused(true);
    queue.add(['a']);
    const idle = queue.idle();
    await queue.close();
    await idle;
    expect(await queue.idle()).toBeUndefined();
  });
});
