import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createPairingCode, exchangePairingCode, pairingMs } from '../../../../../../main/node/host/access/pairing.ts';
import { readTokens, toTokenFile } from '../../../../../../main/node/host/access/token-file.ts';
import { findToken } from '../../../../../../main/node/host/access/tokens.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const nowMs = Date.now();
const device = 'iPhone';

it('exchanges a code once for a token that reads', async () => {
  const folder = makeFolder();
  const code = await createPairingCode(folder, nowMs);
  expect(readFileSync(join(folder, 'pairing.json'), 'utf8')).not.toContain(code);
  if (process.platform !== 'win32') expect(statSync(join(folder, 'pairing.json')).mode & 0o777).toBe(0o600);
  expect(await exchangePairingCode(folder, { code: 'wrong', device }, nowMs)).toBeNull();
  const both = [1, 2].map(() => exchangePairingCode(folder, { code, device }, nowMs + pairingMs));
  const tokens = (await Promise.all(both)).filter((token) => token !== null);
  expect(tokens).toHaveLength(1);
  const stored = await readTokens(toTokenFile(folder));
  expect(stored.ok && findToken(stored.value, tokens[0]!.text)).toMatchObject({
    ...{ name: device, scopes: ['read'] },
    // Whoever leaves before the answer comes leaves nothing for good.
    useByMs: nowMs + 2 * pairingMs,
  });
  expect(await exchangePairingCode(folder, { code, device }, nowMs)).toBeNull();
});

it('takes no code that is too old, was replaced, or is of a time to come', async () => {
  const folder = makeFolder();
  const old = await createPairingCode(folder, nowMs);
  expect(await exchangePairingCode(folder, { code: old, device }, nowMs + pairingMs + 1)).toBeNull();
  const replaced = await createPairingCode(folder, nowMs);
  const code = await createPairingCode(folder, nowMs);
  expect(await exchangePairingCode(folder, { code: replaced, device }, nowMs)).toBeNull();
  expect(await exchangePairingCode(folder, { code, device }, nowMs - 1)).toBeNull();
  expect(await readTokens(toTokenFile(folder))).toEqual({ ok: true, value: [] });
});
