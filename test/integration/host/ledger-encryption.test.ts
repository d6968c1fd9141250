import { mkdirSync, readFileSync, rmdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  changeEncryption,
  type EncryptionPlace,
  readEncryption,
} from '../../../main/node/host/secrets/ledger-encryption.ts';
import { noCipher, openSecretStore } from '../../../main/node/host/secrets/secret-store.ts';
import { createLedgerKey } from '../../../main/node/secrets/ledger-key.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import { batchOf, eventOf } from '../../support/ledger-samples.ts';
import { openOrThrow } from '../../support/ledger-stores.ts';
import { useTemporaryFolders } from '../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function makePlace(variables: EncryptionPlace['variables'] = {}, dataFolder = makeFolder()): EncryptionPlace {
  const secrets = openSecretStore({ dataFolder, variables, cipher: noCipher, logger: silentLogger });
  return { dataFolder, secrets, variables };
}

/** A place whose ledger names a project. */
function makeLedger(): EncryptionPlace {
  const place = makePlace();
  const { store } = openOrThrow(place.dataFolder);
  store.apply([batchOf([{ kind: 'event', event: eventOf({ project: '/home/ann/zebrafish' }) }], {})]);
  store.close();
  return place;
}

const isReadable = ({ dataFolder }: EncryptionPlace): boolean =>
  readFileSync(path.join(dataFolder, 'ledger.db')).includes('zebrafish');

describe('switching encryption', () => {
  it('on, to another key and off leaves names as they were, and one key or none', async () => {
    const place = makeLedger();
    expect(await readEncryption(place)).toEqual({ names: 'plain', key: null, setAside: [] });
    expect(await changeEncryption('on', place)).toMatchObject({ ok: true, value: { names: 'sealed', key: 'file' } });
    expect(isReadable(place)).toBe(false);
    const first = await place.secrets.read('ledger-key');
    expect(await changeEncryption('rotate', place)).toMatchObject({ ok: true, value: { names: 'sealed' } });
    const second = await place.secrets.read('ledger-key');
    expect(second).toMatch(/^[\w+/]{43}=$/);
    expect(second).not.toBe(first);
    // Again is no change.
    expect(await changeEncryption('on', place)).toMatchObject({ ok: true, value: { names: 'sealed' } });
    expect(await place.secrets.read('ledger-key')).toBe(second);
    expect(await changeEncryption('off', place)).toMatchObject({ ok: true, value: { names: 'plain', key: null } });
    expect(isReadable(place)).toBe(true);
    expect(await changeEncryption('rotate', place)).toEqual({ ok: false, error: 'not-on' });
  });

  it('makes no key that the environment says is not to be used, but removes one', async () => {
    const { dataFolder } = makeLedger();
    const waived = makePlace({ FUELGAUGE_DB_KEY: 'none' }, dataFolder);
    for (const action of ['on', 'rotate'] as const) {
      expect(await changeEncryption(action, waived)).toEqual({ ok: false, error: 'waived' });
    }
    expect(await readEncryption(makePlace({}, dataFolder))).toMatchObject({ names: 'plain', key: null });
    await changeEncryption('on', makePlace({}, dataFolder));
    expect(await changeEncryption('off', waived)).toMatchObject({ ok: true, value: { names: 'plain' } });
  });

  it('changes neither key nor names while another process writes the ledger', async () => {
    const place = makeLedger();
    const { store } = openOrThrow(place.dataFolder);
    expect(await changeEncryption('on', place)).toMatchObject({ ok: false, error: { id: 'ledger-busy' } });
    store.close();
    expect(await readEncryption(place)).toMatchObject({ names: 'plain', key: null });
  });

  it.each(['on', 'rotate'] as const)(
    '%s keeps the key when something fails after names have changed',
    async (action) => {
      const place = makeLedger();
      if (action === 'rotate') await changeEncryption('on', place);
      // The daily copy is to be removed after the change, and cannot be.
      mkdirSync(path.join(place.dataFolder, 'ledger.copy.db'));
      expect(await changeEncryption(action, place)).toMatchObject({ ok: false, error: { id: 'ledger-unusable' } });
      rmdirSync(path.join(place.dataFolder, 'ledger.copy.db'));
      expect(await readEncryption(place)).toMatchObject({ names: 'sealed', key: 'file' });
      expect(await changeEncryption('off', place)).toMatchObject({ ok: true, value: { names: 'plain' } });
      expect(isReadable(place)).toBe(true);
    },
  );

  it('takes no key away from another one that switches at the same time', async () => {
    const place = makeLedger();
    for (const action of ['on', 'rotate'] as const) {
      const both = [changeEncryption(action, place), changeEncryption(action, makePlace({}, place.dataFolder))];
      expect((await Promise.all(both)).map(({ ok }) => ok)).toContain(true);
      expect(await readEncryption(place)).toMatchObject({ names: 'sealed', key: 'file' });
    }
  });

  it('uses the key of the environment, and rotates from the old one there', async () => {
    const { dataFolder } = makeLedger();
    const [first, second] = [createLedgerKey(), createLedgerKey()];
    const withFirst = makePlace({ FUELGAUGE_DB_KEY: first }, dataFolder);
    expect(await changeEncryption('on', withFirst)).toMatchObject({ ok: true, value: { key: 'environment' } });
    expect(await changeEncryption('rotate', withFirst)).toEqual({ ok: false, error: 'no-old-key' });
    const withBoth = makePlace({ FUELGAUGE_DB_KEY: second, FUELGAUGE_DB_KEY_OLD: first }, dataFolder);
    expect(await changeEncryption('rotate', withBoth)).toMatchObject({ ok: true, value: { names: 'sealed' } });
    expect(await readEncryption(withFirst)).toMatchObject({ names: 'locked' });
    expect(await changeEncryption('off', withFirst)).toMatchObject({ ok: false, error: { id: 'ledger-locked' } });
    expect(await changeEncryption('off', withBoth)).toMatchObject({ ok: true });
    expect(await readEncryption(makePlace({}, dataFolder))).toMatchObject({ names: 'plain', key: null });
  });
});
