import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readTokens, toTokenFile, writeTokens } from '../../../../../../main/node/host/access/token-file.ts';
import { createTokenVerifier } from '../../../../../../main/node/host/access/token-verifier.ts';
import { createToken } from '../../../../../../main/node/host/access/tokens.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();
const { stored, text } = createToken('phone', ['read'], 1);

describe('the file of tokens', () => {
  it('keeps them, readable for the person alone', async () => {
    const file = toTokenFile(makeFolder());
    await writeTokens(file, [stored]);
    expect(await readTokens(file)).toEqual({ ok: true, value: [stored] });
    if (process.platform !== 'win32') expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  it.each(['{', '[]', '{"tokens":[{"id":"x"}]}', ''])(
    'that holds %j lets nobody in, and is not overwritten',
    async (content) => {
      const file = toTokenFile(makeFolder());
      writeFileSync(file, content);
      expect(await readTokens(file)).toEqual({ ok: false, error: 'unusable' });
      expect(await createTokenVerifier(file, Date.now)(text)).toBeNull();
    },
  );

  it('that is a folder lets nobody in', async () => {
    const file = toTokenFile(makeFolder());
    mkdirSync(file);
    expect(await readTokens(file)).toEqual({ ok: false, error: 'unusable' });
  });
});

describe('verifying', () => {
  it('sees at once what was created and revoked', async () => {
    const file = toTokenFile(makeFolder());
    const verify = createTokenVerifier(file, Date.now);
    expect(await verify(text)).toBeNull();
    await writeTokens(file, [stored]);
    expect(await verify(text)).toEqual(stored);
    await writeTokens(file, []);
    expect(await verify(text)).toBeNull();
    await writeTokens(file, [stored]);
    expect(await verify(text)).toEqual(stored);
    rmSync(file);
    expect(await verify(text)).toBeNull();
  });

  it('ends a token that is not used in time, and keeps one that is', async () => {
    const file = toTokenFile(makeFolder());
    const now = { ms: Date.now() };
    const verify = createTokenVerifier(file, () => now.ms);
    const pending = { ...stored, useByMs: now.ms + 60_000 };
    await writeTokens(file, [pending]);
    now.ms += 60_001;
    expect(await verify(text)).toBeNull();
    now.ms -= 1;
    expect(await verify(text)).toMatchObject({ id: stored.id });
    expect(await readTokens(file)).toEqual({ ok: true, value: [stored] });
    now.ms += 60_000;
    expect(await verify(text)).toEqual(stored);
    await writeTokens(file, [{ ...stored, useByMs: Date.now() - 1 }]);
    expect(await readTokens(file)).toEqual({ ok: true, value: [] });
  });
});
