/**
 * A separate process that writes a ledger until it is killed or the story ends: `node ledger-writer.ts <folder>`.
 * It continues at the ledger's cursor, and prints `open`, then every position it has committed, then `done`. With `pause`
 * behind the folder, it waits for a line after the first position; with `hold`, it only keeps the ledger open.
 */
import { once } from 'node:events';
import { toBytesRead } from '../../shared/ledger/cursor-position.ts';
import { openOrThrow } from './ledger-stores.ts';
import { storyBatch, storyLength, storyPath } from './ledger-story.ts';

const [folder = '', mode = 'write'] = process.argv.slice(2);
const { store } = openOrThrow(folder);
process.stdout.write('open\n');
if (mode === 'hold') {
  // An unreferenced ledger is garbage collected, together with its lock.
  setInterval(() => store.stats(), 60_000);
} else {
  const cursor = store.cursor(storyPath);
  for (let index = cursor === undefined ? 0 : toBytesRead(cursor.position); index < storyLength; index += 1) {
    store.apply([storyBatch(index)]);
    process.stdout.write(`${index}\n`);
    if (mode === 'pause' && index === 0) await once(process.stdin, 'data');
  }
  store.close();
  process.stdout.write('done\n');
  process.stdin.destroy();
}
