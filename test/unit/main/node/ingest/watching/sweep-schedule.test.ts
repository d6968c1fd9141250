import { expect, it } from 'vitest';
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
    hasTrouble: () => false,
    haveGuestsChanged: () => Promise.resolve(changes.haveGuestsChanged === true),
    isAsleep: () => changes.isAsleep === true,
    onDue: () => (due += 1),
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
