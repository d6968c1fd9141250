import { chmodSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noCipher, openSecretStore, type SecretCipher } from '../../../../../../main/node/host/secrets/secret-store.ts';
import { createRecordingLogger } from '../../../../../support/recording-logger.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
/** Turns a secret round: enough to see whether it was used. */
const turn = (text: string): string => [...text].reverse().join('');
const cipher: SecretCipher = { place: 'keychain', encrypt: turn, decrypt: turn };

function open(dataFolder: string, more: { cipher?: SecretCipher; variables?: Record<string, string> } = {}) {
  const logger = createRecordingLogger();
  return { ...openSecretStore({ dataFolder, variables: {}, cipher: noCipher, logger, ...more }), logger };
}

describe('openSecretStore', () => {
  it('keeps a secret in a file that only this person may read, and removes it', async () => {
    const folder = join(makeFolder(), 'data');
    const store = open(folder);
    expect([await store.read('a'), await store.find('a')]).toEqual([null, null]);
    expect(await Promise.all([store.write('a', 'one'), store.write('b', 'two')])).toMatchObject([
      { ok: true },
      { ok: true },
    ]);
    expect([await open(folder).read('a'), await open(folder).read('b'), await store.find('a')]).toEqual([
      ...['one', 'two'],
      'file',
    ]);
    if (process.platform !== 'win32') expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
    await store.write('a', null);
    expect([await store.read('a'), await store.read('b')]).toEqual([null, 'two']);
  });

  it('encrypts where there is a keychain, and reads no secret that something else has protected', async () => {
    const folder = makeFolder();
    const store = open(folder, { cipher });
    await store.write('a', 'secret');
    expect(readFileSync(join(folder, 'secrets.json'), 'utf8')).not.toContain('"secret"');
    expect([await store.read('a'), await store.find('a')]).toEqual(['secret', 'keychain']);
    expect([await open(folder).read('a'), await open(folder).find('a')]).toEqual([null, null]);
  });

  it('leaves out the line break at the end of what was copied', async () => {
    const folder = makeFolder();
    await open(folder).write('a', 'tk_1\r\n');
    const set = open(folder, { variables: { FUELGAUGE_SECRET_B: 'tk_2\n', FUELGAUGE_SECRET_C: '\n' } });
    expect([await set.read('a'), await set.read('b'), await set.read('c')]).toEqual(['tk_1', 'tk_2', null]);
  });

  it('takes the environment first, and does not change what is set there', async () => {
    const folder = makeFolder();
    const variables = { FUELGAUGE_SECRET_MY_SLACK: 'set' };
    const store = open(folder, { variables });
    expect([await store.read('my-slack'), await store.find('my-slack')]).toEqual(['set', 'environment']);
    expect(await store.write('my-slack', 'other')).toEqual({ ok: false, error: 'set-by-environment' });
  });

  it.runIf(process.platform !== 'win32')('does not use a file that others may read', async () => {
    const folder = makeFolder();
    await open(folder).write('a', 'secret');
    chmodSync(join(folder, 'secrets.json'), 0o644);
    const store = open(folder);
    expect(await store.read('a')).toBeNull();
    expect(store.logger.lines.join()).toContain('600');
    // Nor does it replace the file: that would lose what is in there.
    expect(await store.write('b', 'other')).toEqual({ ok: false, error: 'not-written' });
    chmodSync(join(folder, 'secrets.json'), 0o600);
    expect([await store.read('a'), await store.read('b')]).toEqual(['secret', null]);
  });

  it('refuses what would make its file too large to be read again', async () => {
    const folder = makeFolder();
    const store = open(folder);
    await store.write('a', 'one');
    expect(await store.write('b', 'x'.repeat(256 * 1024))).toEqual({ ok: false, error: 'not-written' });
    expect([await store.read('a'), await store.read('b')]).toEqual(['one', null]);
  });

  it('survives a file that holds something else, a folder in its place, and a cipher that fails', async () => {
    const folder = makeFolder();
    for (const text of ['{', '[]', '{"secrets":{"a":7}}', '{"secrets":null}']) {
      writeFileSync(join(folder, 'secrets.json'), text, { mode: 0o600 });
      expect(await open(folder).read('a')).toBeNull();
    }
    const failing: SecretCipher = {
      ...cipher,
      decrypt: () => {
        throw new Error('locked');
      },
    };
    await open(folder, { cipher }).write('a', 'secret');
    expect(await open(folder, { cipher: failing }).read('a')).toBeNull();
    const other = makeFolder();
    mkdirSync(join(other, 'secrets.json'));
    expect(await open(other).write('a', 'x')).toEqual({ ok: false, error: 'not-written' });
  });
});
