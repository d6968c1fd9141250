/**
 * A separate process that encrypts and decrypts the names of a ledger until it is killed: `node ledger-converter.ts
 * <folder> <key> <key>`. It prints a line after each change.
 */
import { openLedger } from '../../main/node/store/open-ledger.ts';
import { sampleMs } from './ledger-samples.ts';

const [folder = '', first = '', second = ''] = process.argv.slice(2);
const orders = [
  { keys: [first, second], wanted: 'sealed' },
  { keys: [second, first], wanted: 'sealed' },
  { keys: [first, second], wanted: 'plain' },
] as const;
for (;;) {
  for (const keys of orders) {
    const opened = openLedger({ folder, mode: 'write', nowMs: sampleMs, keys });
    if (!opened.ok) throw new Error(opened.error.problem.id);
    opened.value.store.close();
    process.stdout.write('changed\n');
  }
}
