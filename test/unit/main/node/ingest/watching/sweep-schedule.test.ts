import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSweepSchedule } from '../../../../../../main/node/ingest/watching/sweep-schedule.ts';
import type { RootStatus } from '../../../../../../shared/domain/doctor-report.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const createFolder = useTemporaryFolders();

/** How often a sweep is due within six beats, when a root that was missing is there now. */
async function countDue(changes: { readonly isAsleep?: boolean; readonly haveGuestsChanged?: boolean }) {
  let due = 0;
  const schedule = createSweepSchedule({
    sweepMs: 3_600_000,
    trust: () => 'full',
    impaired: () => new Set(),
    impairedMs: null,
    hasFailures: () => false,
    haveGuestsChanged: () => Promise.resolve(changes.haveGuestsChanged === true),
    isAsleep: () => changes.isAsleep === true,
    onDue: () => (due += 1),
    onPartDue: () => undefined,
  });
  const root: RootStatus = { path: createFolder(), origin: 'default', state: 'missing', files: 0, bytes: 0 };
  schedule.noteSweep({ roots: new Map([['tiny', [root]]]) }, 0);
  for (let beat = 0; beat < 6; beat++) await schedule.beat(false);
  return due;
}

it('looks for missing roots every third beat, but not in a system that sleeps', async () => {
  expect(await countDue({})).toBe(2);
  expect(await countDue({ isAsleep: true })).toBe(0);
});

it('makes a sweep due when a system has started or stopped', async () => {
  expect(await countDue({ isAsleep: true, haveGuestsChanged: true })).toBe(2);
});

describe('roots whose watch failed', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** What was due within so many minutes of beats, when a sweep of everything takes this long. */
  async function countLooks(impaired: readonly string[], tookMs: number, minutes = 60) {
    const due: (readonly string[] | 'everything')[] = [];
    const schedule = createSweepSchedule({
      sweepMs: null,
      trust: () => 'full',
      impaired: () => new Set(impaired),
      impairedMs: null,
      hasFailures: () => false,
      haveGuestsChanged: () => Promise.resolve(false),
      isAsleep: () => false,
      onDue() {
        due.push('everything');
        schedule.noteSweep({ roots: new Map() }, tookMs);
      },
      onPartDue(folders) {
        due.push([...folders]);
        schedule.noteSweep({ roots: new Map() }, null);
      },
    });
    for (let second = 0; second < minutes * 60; second += 5) {
      await schedule.beat(false);
      await vi.advanceTimersByTimeAsync(5000);
    }
    const whole = due.filter((each) => each === 'everything').length;
    return { whole, parts: due.length - whole, folders: new Set(due.flat()) };
  }

  it('are looked at every 15 seconds; the others as seldom as ever', async () => {
    const { whole, parts, folders } = await countLooks(['/a'], 20);
    expect({ whole, parts }).toEqual({ whole: 12, parts: 12 * 19 });
    expect(folders).toEqual(new Set(['everything', '/a']));
    expect(await countLooks([], 20)).toMatchObject({ whole: 12, parts: 0 });
  });

  it('are looked at no more often than everything was, whatever a sweep costs', async () => {
    for (const tookMs of [20, 500, 2000, 10_000]) {
      const { whole, parts } = await countLooks(['/a'], tookMs);
      expect(whole + parts).toBeLessThanOrEqual(
        Math.ceil(3_600_000 / Math.max(15_000, Math.min(tookMs * 200, 900_000))),
      );
    }
  });
});
