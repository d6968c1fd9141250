import { describe, expect, it } from 'vitest';
import { readLedgerKeys } from '../../../../../../main/node/host/secrets/ledger-keys.ts';

const [key, other] = [Buffer.alloc(32, 1).toString('base64'), Buffer.alloc(32, 2).toString('base64')];
const secretsWith = (secret: string | null) => ({ read: async () => secret });

describe('the keys of the ledger', () => {
  it('are none, unless somebody wants them', async () => {
    expect(await readLedgerKeys(secretsWith(null), {})).toEqual({ keys: [], wanted: 'as-it-is' });
  });

  it.each([key, Buffer.alloc(32, 1).toString('hex'), ` ${key}\n`, Buffer.alloc(32, 1).toString('base64url')])(
    'come from the environment first (%j)',
    async (text) => {
      const keys = await readLedgerKeys(secretsWith(other), { FUELGAUGE_DB_KEY: text, FUELGAUGE_DB_KEY_OLD: other });
      expect(keys).toEqual({ keys: [key, other], wanted: 'sealed' });
    },
  );

  it.each(['password', key.slice(4), `${key}${key}`])('are refused when they are no keys (%j)', async (text) => {
    expect(await readLedgerKeys(secretsWith(other), { FUELGAUGE_DB_KEY: text })).toEqual({
      keys: [],
      wanted: 'invalid',
    });
  });

  it('come from the secrets otherwise, the newest first, and change nothing by themselves', async () => {
    expect(await readLedgerKeys(secretsWith(`${key},broken,${other}`), {})).toEqual({
      keys: [key, other],
      wanted: 'as-it-is',
    });
  });

  it('are missing where the container requires one, unless it is waived', async () => {
    const required = { FUELGAUGE_DB_KEY_REQUIRED: '1' };
    expect(await readLedgerKeys(secretsWith(null), required)).toEqual({ keys: [], wanted: 'missing' });
    expect(await readLedgerKeys(secretsWith(null), { ...required, FUELGAUGE_DB_KEY: 'none' })).toEqual({
      keys: [],
      wanted: 'as-it-is',
    });
  });
});
