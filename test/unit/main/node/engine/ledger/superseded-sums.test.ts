import { expect, it } from 'vitest';
import { createSupersededSums } from '../../../../../../main/node/engine/ledger/superseded-sums.ts';
import type { LedgerAccess } from '../../../../../../main/node/engine/ledger/ledger-access.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

/** Sums on a ledger that is closed, at the latest when it is looked at. */
function createOnClosed(onLook = (): void => undefined) {
  const logger = createRecordingLogger();
  let looks = 0;
  const ledger = {
    role: () => 'writer',
    store: () => {
      looks += 1;
      onLook();
      throw new Error('database is not open');
    },
  } as unknown as LedgerAccess;
  const sums = createSupersededSums({
    ...{ ledger, logger, dataFolder: makeFolder() },
    clock: { nowMs: () => 0 },
    rescan: () => Promise.resolve(),
  });
  sums.note('all');
  return { sums, lines: logger.lines, looks: () => looks };
}

it('warns that sums could not be compared, and tries again', async () => {
  const { sums, lines, looks } = createOnClosed();
  await sums.drop();
  expect(lines).toEqual([expect.stringContaining('database is not open')]);
  await sums.drop();
  expect(looks()).toBe(2);
});

it('does not take it for a fault that it was stopped meanwhile', async () => {
  const { sums, lines, looks } = createOnClosed(() => sums.stop());
  await sums.drop();
  expect([lines, looks()]).toEqual([[], 1]);
});

it('looks at nothing once it was stopped', async () => {
  const { sums, lines, looks } = createOnClosed();
  const dropped = sums.drop();
  sums.stop();
  await dropped;
  await sums.drop();
  expect([lines, looks()]).toEqual([[], 0]);
});
