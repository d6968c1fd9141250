import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaVersion } from '../../main/node/store/schema.ts';
import { openOrThrow } from './ledger-stores.ts';
import { fixtureBatches, fixtureCompaction } from './ledger-story.ts';

// Writes `test/fixtures/ledgers/schema-<n>.db` with the current schema: run it before changing the schema.

const folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-fixture-'));
const { store } = openOrThrow(folder);
for (const batch of fixtureBatches()) store.apply([batch]);
store.compact(fixtureCompaction);
store.refreshRollups();
store.close();
const target = fileURLToPath(new URL(`../fixtures/ledgers/schema-${schemaVersion}.db`, import.meta.url));
copyFileSync(path.join(folder, 'ledger.db'), target);
rmSync(folder, { recursive: true });
