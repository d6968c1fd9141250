/**
 * A separate process that owns a database, as an agent does: `node database-owner.ts <path>`. It reads commands from
 * standard input, one line of JSON each, and answers `done` or the error.
 */
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

/** A command. `sql` is executed as it is; `burst` commits this many rows as fast as possible, then waits. */
export type OwnerOrder = { readonly sql: string } | { readonly burst: number; readonly statement: string };

const database = new DatabaseSync(process.argv[2] ?? ':memory:');
process.stdout.write('open\n');

for await (const line of createInterface({ input: process.stdin })) {
  try {
    const order = JSON.parse(line) as OwnerOrder;
    if ('sql' in order) database.exec(order.sql);
    else runBurst(order.burst, order.statement);
    process.stdout.write('done\n');
  } catch (error) {
    process.stdout.write(`${String(error)}\n`);
  }
}
database.close();

function runBurst(count: number, statement: string): void {
  const insert = database.prepare(statement);
  for (let index = 0; index < count; index++) insert.run();
}
