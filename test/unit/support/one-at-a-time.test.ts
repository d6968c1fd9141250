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
    const work = (name: string, fails: boolean) => async () => {
      steps.push(`${name} begins`);
      await delay(20);
      steps.push(`${name} ends`);
      if (fails) throw new Error(name);
      return name;
    };
    const [first, second] = await Promise.allSettled([
      oneAtATime(lock, work('first', true)),
      oneAtATime(lock, work('second', false)),
    ]);
    expect([first.status, second]).toEqual(['rejected', { status: 'fulfilled', value: 'second' }]);
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
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
