import { constants, copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { schemaVersion } from '../../main/node/store/schema/schema.ts';
import { openOrThrow } from './ledger-stores.ts';
import { fixtureBatches, fixtureCompaction } from './ledger-story.ts';

// Writes `test/fixtures/ledgers/schema-<n>.db` with the current schema. A change that needs a new schema brings the
// ledger of that schema with it; the ledgers of earlier schemas never change.

const folder = mkdtempSync(path.join(tmpdir(), 'fuelgauge-fixture-'));
const { store } = openOrThrow(folder);
for (const batch of fixtureBatches(schemaVersion)) store.apply([batch]);
store.compact(fixtureCompaction);
store.refreshRollups();
store.close();
const target = fileURLToPath(new URL(`../fixtures/ledgers/schema-${schemaVersion}.db`, import.meta.url));
// Fails when it exists: a schema that was released stays as it was.
copyFileSync(path.join(folder, 'ledger.db'), target, constants.COPYFILE_EXCL);
rmSync(folder, { recursive: true });
