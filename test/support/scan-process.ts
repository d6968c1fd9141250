/**
 * A separate process that reads all logs of a home once: `node scan-process.ts <home>`. Prints, as JSON, what it
 * counted and its peak memory, in bytes.
 */
import { createIngest } from '../../main/node/ingest/ingest.ts';
import { createMemoryLedger } from '../fakes/memory-ledger.ts';
import { sources } from '../../shared/sources/registry.ts';

const store = createMemoryLedger();
const silent = (): void => undefined;
const ingest = createIngest({
  sources,
  host: { platform: 'linux', home: process.argv[2] ?? '', variables: {}, otherHomes: [] },
  extraFolders: [],
  store,
  clock: { nowMs: () => Date.now() },
  logger: { info: silent, warn: silent, error: silent },
});
await ingest.scan();
await ingest.stop();
const [cursor] = [...store.cursors().values()];
process.stdout.write(
  JSON.stringify({
    outputTokens: store.cells({ grainMs: 900_000 }).reduce((sum, cell) => sum + cell.usage.outputTokens, 0),
    events: store.stats()[0]?.events,
    lines: cursor?.lines,
    skips: cursor?.skips,
    // Kilobytes, on every system.
    peakBytes: process.resourceUsage().maxRSS * 1024,
  }),
);
