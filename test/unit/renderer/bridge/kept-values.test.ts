import { expect, it } from 'vitest';
import { openKeptValues } from '../../../../renderer/bridge/kept-values.ts';

it('a browser that keeps nothing for this page is one where nothing is kept', async () => {
  const kept = openKeptValues(() => {
    throw new DOMException('denied', 'SecurityError');
  }, 'test');
  await kept.write('token', 'a');
  expect(await kept.read('token')).toBeNull();
});
