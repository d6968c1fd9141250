import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { changeTokens } from '../../../../../../main/node/host/access/change-tokens.ts';
import { readTokens, toTokenFile } from '../../../../../../main/node/host/access/token-file.ts';
import { createToken, removeToken } from '../../../../../../main/node/host/access/tokens.ts';
import { useTemporaryFolders } from '../../../../../support/temporary-folder.ts';

const makeFolder = useTemporaryFolders();

it('loses no token and brings no revoked one back when many change them at once', async () => {
  const file = toTokenFile(makeFolder());
  const { stored: stolen } = createToken('stolen', ['admin'], 1);
  await changeTokens(file, () => [stolen]);
  const added = Array.from({ length: 12 }, (_, index) => createToken(`phone ${index}`, ['read'], 1).stored);
  const adding = added.map((each) => changeTokens(file, (tokens) => [...tokens, each]));
  const revoked = changeTokens(file, (tokens) => removeToken(tokens, stolen.id));
  expect(await revoked).toEqual({ ok: true, value: true });
  await Promise.all(adding);
  const kept = await readTokens(file);
  if (!kept.ok) throw new Error(kept.error);
  expect(kept.value.map(({ name }) => name).sort()).toEqual(added.map(({ name }) => name).sort());
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it('goes on after a process that was killed in the middle', async () => {
  const file = toTokenFile(makeFolder());
  writeFileSync(`${file}.lock`, '');
  utimesSync(`${file}.lock`, 1, 1);
  const { stored } = createToken('a', ['read'], 1);
  expect(await changeTokens(file, () => [stored])).toEqual({ ok: true, value: true });
  expect(existsSync(`${file}.lock`)).toBe(false);
});

it('leaves a file that it cannot use as it is, and frees it', async () => {
  const file = toTokenFile(makeFolder());
  writeFileSync(file, 'not JSON');
  expect(await changeTokens(file, () => [])).toEqual({ ok: false, error: 'unusable' });
  expect(existsSync(`${file}.lock`)).toBe(false);
});
