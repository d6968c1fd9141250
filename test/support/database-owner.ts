/**
 * A program of its own that owns a database, as an agent does: `node database-owner.ts <path>`. It does what it is told on
 * standard input, a line of JSON for each order, and answers `done` or what went wrong.
 */
import { createInterface } from 'node:readline';
import { DatabaseSync } from 'node:sqlite';

/** What an owner can be told. `sql` is run as it stands; `burst` commits so many rows as fast as it can, then waits. */
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
