import { expect, it } from 'vitest';
import { createLedgerKey } from '../../../../../../main/node/secrets/ledger-key.ts';
import { createFakeEngine, runWith } from '../../../../../fakes/cli-host.ts';
import { batchOf, eventOf } from '../../../../../support/ledger-samples.ts';
import { openOrThrow } from '../../../../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it('says that a key of the environment encrypts again what was just decrypted', async () => {
  const data = makeFolder();
  const { store } = openOrThrow(data);
  store.apply([batchOf([{ kind: 'event', event: eventOf({}) }], {})]);
  store.close();
  const run = (action: string) =>
    runWith(createFakeEngine(), ['encryption', action, '--data', data], { variables: { FUELGAUGE_DB_KEY: key } });
  const key = createLedgerKey();
  expect((await run('on')).stdout).toContain('without it, names cannot be read');
  const off = await run('off');
  expect(off.stdout).toContain('Names are stored unencrypted.');
  expect(off.stdout).toContain('encrypts them again');
  expect(off.stdout).not.toContain('cannot be read');
});
