import { mkdirSync, existsSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { oneAtATime } from '../../support/one-at-a-time.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

describe('oneAtATime', () => {
  it('lets one begin when the one before has ended, also by failing', async () => {
    const lock = join(makeFolder(), 'inner', 'work.lock');
    const steps: string[] = [];
    let noteBegin = (): void => {};
    const firstBegan = new Promise<void>((resolve) => (noteBegin = resolve));
    const first = oneAtATime(lock, async () => {
      steps.push('first begins');
      noteBegin();
      await delay(20);
      steps.push('first ends');
      throw new Error('first');
    });
    await firstBegan;
    const second = oneAtATime(lock, async () => {
      steps.push('second begins');
      return 'second';
    });
    expect(await Promise.allSettled([first, second])).toEqual([
      { status: 'rejected', reason: new Error('first') },
      { status: 'fulfilled', value: 'second' },
    ]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins']);
    expect(existsSync(lock)).toBe(false);
  });

  it('does not wait for a run that was killed long ago', async () => {
    const lock = join(makeFolder(), 'work.lock');
    mkdirSync(lock);
    const hourAgo = Date.now() / 1_000 - 3_600;
    utimesSync(lock, hourAgo, hourAgo);
    expect(await oneAtATime(lock, async () => 'done')).toBe('done');
  });
});
