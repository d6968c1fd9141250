import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changeTokens } from '../../../../../../main/node/host/access/change-tokens.ts';
import { exchangePairingCode } from '../../../../../../main/node/host/access/pairing.ts';
import { createServerCalls } from '../../../../../../main/node/host/serving/server-calls.ts';
import { toTokenFile } from '../../../../../../main/node/host/access/token-file.ts';
import { createTokenVerifier } from '../../../../../../main/node/host/access/token-verifier.ts';
import { nowMs } from '../../../../../fakes/cli-host.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

function setUp(pairingAddress: string | null = null) {
  const dataFolder = makeFolder();
  const state = { address: 'http://127.0.0.1:1', fingerprint: null, pairingAddress, failure: null };
  const calls = createServerCalls({ server: { state: async () => state }, dataFolder, nowMs: () => nowMs });
  return { dataFolder, calls, verify: createTokenVerifier(toTokenFile(dataFolder), Date.now) };
}

describe('the calls about the server', () => {
  it('make a token that lets somebody in until it is revoked, and show nothing of its secret', async () => {
    const { calls, verify, dataFolder } = setUp();
    const created = await calls.createToken({ name: 'grafana', scope: 'read' });
    if (!created.ok) throw new Error(created.error);
    expect(await verify(created.value)).toMatchObject({ name: 'grafana', scopes: ['read'] });
    const { tokens } = await calls.server(undefined);
    // A paired phone that has not come yet.
    await changeTokens(toTokenFile(dataFolder), (all) =>
      all.map((token) => ({ ...token, useByMs: Date.now() + 60_000 })),
    );
    expect((await calls.server(undefined)).tokens).toEqual(tokens);
    expect(tokens).toEqual([
      { id: expect.any(String) as string, name: 'grafana', scopes: ['read'], createdAtMs: nowMs },
    ]);
    expect(await calls.revokeToken({ id: 'none' })).toBe(false);
    expect(await calls.revokeToken({ id: tokens![0]!.id })).toBe(true);
    expect(await verify(created.value)).toBeNull();
  });

  it('say that tokens cannot be read, and overwrite none of them', async () => {
    const { calls, dataFolder } = setUp();
    writeFileSync(toTokenFile(dataFolder), 'not JSON');
    expect((await calls.server(undefined)).tokens).toBeNull();
    expect(await calls.createToken({ name: 'a', scope: 'admin' })).toEqual({ ok: false, error: 'not-written' });
    expect(await calls.revokeToken({ id: 'a' })).toBe(false);
  });

  it('say that a token was not written', async () => {
    const { dataFolder } = setUp();
    writeFileSync(join(dataFolder, 'file'), '');
    const server = { state: () => Promise.reject(new Error('not wanted')) };
    const calls = createServerCalls({ server, dataFolder: join(dataFolder, 'file'), nowMs: () => nowMs });
    expect((await calls.createToken({ name: 'a', scope: 'read' })).ok).toBe(false);
  });

  it('make a code for a phone that reaches the server, and none for one that does not', async () => {
    expect(await setUp().calls.createPairing(undefined)).toBeNull();
    const { calls, dataFolder } = setUp('https://192.0.2.7:8377');
    const pairing = await calls.createPairing(undefined);
    expect(pairing?.untilMs).toBe(nowMs + 300_000);
    const [address, code] = pairing!.url.split('/#pair=');
    expect(address).toBe('https://192.0.2.7:8377');
    expect((await exchangePairingCode(dataFolder, { code: code!, device: 'iPhone' }, nowMs))?.stored.scopes).toEqual([
      'read',
    ]);
  });
});
