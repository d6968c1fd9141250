import { describe, expect, it } from 'vitest';
import { dumpLedger } from '../../support/dump-ledger.ts';
import { openOrThrow, dumpFolder } from '../../support/ledger-stores.ts';
import { storyBatch, storyLength, storyPath } from '../../support/ledger-story.ts';
import { runLedgerWriter } from '../../support/run-ledger-writer.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
/** After how many commits each writer is killed. */
const lifetimes = [0, 1, 3, 40, 7, 90, 2, 25, 60, 11];

describe('a ledger whose writer is killed', () => {
  it('contains what was committed and, after everything has been read, the same as one whose writer was not killed', async () => {
    const folder = makeFolder();
    let committed = -1;
    for (const lifetime of lifetimes) {
      const writer = runLedgerWriter(folder);
      expect(await writer.nextLine()).toBe('open');
      for (let count = 0; count < lifetime; count += 1) {
        const line = await writer.nextLine();
        if (line !== null && line !== 'done') committed = Number(line);
      }
      await writer.kill();

      const { store, problem } = openOrThrow(folder);
      expect(problem).toBeNull();
      expect(store.cursor(storyPath)?.lines ?? 0).toBeGreaterThan(committed);
      store.close();
    }
    expect(committed).toBeGreaterThan(lifetimes.length);

    const last = runLedgerWriter(folder);
    let line: string | null = 'open';
    while (line !== null && line !== 'done') line = await last.nextLine();
    expect(line).toBe('done');
    await last.kill();

    const { store } = openOrThrow(makeFolder());
    store.apply(Array.from({ length: storyLength }, (_, index) => storyBatch(index)));
    expect(store.stats()[0]?.replayedEvents).toBeGreaterThan(100);
    expect(dumpFolder(folder)).toBe(dumpLedger(store));
    store.close();
  });
});
