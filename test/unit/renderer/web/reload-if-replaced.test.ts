import { expect, it } from 'vitest';
import { reloadIfReplaced, type PageParts } from '../../../../renderer/web/reload-if-replaced.ts';

/** A page in a tab, and how often it was loaded again. */
function openTab(status: number) {
  const kept = new Map<string, string>();
  let reloads = 0;
  const parts: PageParts = {
    ask: async () => ({ status }),
    storage: () => ({ getItem: (key) => kept.get(key) ?? null, setItem: (key, value) => void kept.set(key, value) }),
    reload: () => (reloads += 1),
    wait: async () => undefined,
  };
  return { parts, reloads: () => reloads };
}

it('loads a page again whose server has another one', async () => {
  const { parts, reloads } = openTab(404);
  await reloadIfReplaced('/assets/one.js', parts);
  expect(reloads()).toBe(1);
  await reloadIfReplaced('/assets/two.js', parts);
  expect(reloads()).toBe(2);
});

it('tries again when the same page comes back, but not endlessly', async () => {
  const { parts, reloads } = openTab(404);
  for (const expected of [1, 2, 3, 3, 3]) {
    await reloadIfReplaced('/assets/one.js', parts);
    expect(reloads()).toBe(expected);
  }
});

it.each([200, 401, 502])('leaves a page alone whose script is answered with %i', async (status) => {
  const { parts, reloads } = openTab(status);
  await reloadIfReplaced('/assets/one.js', parts);
  expect(reloads()).toBe(0);
});

it('asks again when a question gets no answer', async () => {
  const { parts, reloads } = openTab(404);
  let failures = 2;
  const ask: PageParts['ask'] = async () => {
    failures -= 1;
    if (failures >= 0) throw new Error('no');
    return { status: 404 };
  };
  await reloadIfReplaced('/assets/one.js', { ...parts, ask });
  expect(reloads()).toBe(1);
});

it('does nothing where the server is gone again, or nothing can be stored', async () => {
  const { parts, reloads } = openTab(404);
  const refuse = (): never => {
    throw new Error('no');
  };
  await reloadIfReplaced('/assets/one.js', { ...parts, ask: async () => refuse() });
  await reloadIfReplaced('/assets/one.js', { ...parts, storage: refuse });
  expect(reloads()).toBe(0);
});
