import { expect, it, vi } from 'vitest';
import { openKeptValues } from '../../../../renderer/bridge/kept-values.ts';

it('a browser that keeps nothing for this page is one where nothing is kept', async () => {
  const kept = openKeptValues(() => {
    throw new DOMException('denied', 'SecurityError');
  }, 'test');
  await kept.write('token', 'a');
  expect(await kept.read('token')).toBeNull();
});

it('opens the database again after it could not be opened, or the browser closed it', async () => {
  const store = { get: () => answer('kept'), put: () => answer(undefined) };
  const database = { onclose: () => undefined, transaction: () => ({ objectStore: () => store }) };
  const answers = [fail, () => answer(database), () => answer(database)];
  const open = vi.fn(() => answers.shift()?.());
  const kept = openKeptValues(() => ({ open }) as unknown as IDBFactory, 'test');
  expect(await kept.read('token')).toBeNull();
  expect([await kept.read('token'), await kept.read('token')]).toEqual(['kept', 'kept']);
  expect(open).toHaveBeenCalledTimes(2);
  database.onclose();
  expect(await kept.read('token')).toBe('kept');
  expect(open).toHaveBeenCalledTimes(3);
});

function answer(result: unknown) {
  const request = { result, onsuccess: () => undefined };
  queueMicrotask(() => request.onsuccess());
  return request;
}

function fail() {
  const request = { error: new DOMException('disk', 'UnknownError'), onerror: () => undefined };
  queueMicrotask(() => request.onerror());
  return request;
}
