import { expect, it } from 'vitest';
import { acceptEnvironmentToken } from '../../../../../../main/node/host/access/environment-token.ts';

const token = 'a'.repeat(32);

it('accepts it for reading alone, and asks for every other', async () => {
  const asked: string[] = [];
  const verify = acceptEnvironmentToken(async (text) => {
    asked.push(text);
    return null;
  }, token);
  expect(await verify(token)).toMatchObject({ id: 'environment', scopes: ['read'] });
  expect(await verify(`${token}a`)).toBe(null);
  expect(asked).toEqual([`${token}a`]);
});

it.each([null, '', 'short'])('accepts none where it is %o', async (none) => {
  const verify = acceptEnvironmentToken(async () => null, none);
  expect(await verify(none ?? '')).toBe(null);
});
