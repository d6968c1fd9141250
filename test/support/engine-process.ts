/**
 * A separate process that runs the real engine until it is killed or told to stop:
 * `node engine-process.ts <home> <data folder> <now, UTC milliseconds>`. It waits for a line, prints `open` when the
 * ledger is open, `news` whenever the snapshot changes, and `scanned` when all logs have been read; then it follows them
 * and rolls up what is older than thirty days. A second line makes it exit. A number in the first line makes it kill
 * itself in the middle of its work: at the n-th row that it writes.
 */
import { createInterface } from 'node:readline';
import { StatementSync } from 'node:sqlite';
import { createEngine } from '../../main/node/engine/engine.ts';
import { minuteMs } from '../../shared/domain/instant.ts';
import { defaultSettings } from '../../shared/settings/defaults.ts';

const [home = '', dataFolder = '', now = '0'] = process.argv.slice(2);
const orders = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const say = (word: string): void => void process.stdout.write(`${word}\n`);
const silent = (): void => undefined;

say('ready');
const { value: order } = await orders.next();
killAtWrite(Number(order));
const startedAt = performance.now();
const created = createEngine({
  host: { platform: 'linux', home, variables: {}, otherHomes: [] },
  dataFolder,
  settings: { ...defaultSettings, timeZone: 'UTC', detailRetention: 30 },
  systemTimeZone: 'UTC',
  clock: { nowMs: () => Number(now) + performance.now() - startedAt },
  logger: { info: silent, warn: silent, error: (message, cause) => say(`error ${message} ${String(cause)}`) },
  probe: { sample: () => Promise.resolve([]), inspect: () => Promise.resolve([]) },
  compaction: { firstMs: 1, againMs: minuteMs, afterFailureMs: 1, restMs: 2 },
});
if (!created.ok) throw new Error(created.error.id);
say('open');
created.value.onSnapshot(() => say('news'));
await created.value.start('watching');
say('scanned');
await orders.next();
await created.value.stop();
say('stopped');
process.exit();

function killAtWrite(last: number): void {
  if (!(last > 0)) return;
  const { run } = StatementSync.prototype;
  let writes = 0;
  StatementSync.prototype.run = function (...values) {
    writes += 1;
    if (writes >= last) process.kill(process.pid, 'SIGKILL');
    return Reflect.apply(run, this, values);
  };
}
