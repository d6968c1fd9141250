/// <reference path="../../../renderer/bridge/window.d.ts" />
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { AppSnapshot } from '../../../shared/snapshot/app-snapshot.ts';
import { startBrowserBench, type BrowserBench } from '../../support/browser-page.ts';

let bench: BrowserBench;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

it('a session whose cost gets a digit more moves nothing beside it', async () => {
  const { page, close } = await bench.openPage({ surface: 'popover', scenario: 'normal' });
  const row = page.getByRole('region', { name: 'Sessions' }).getByRole('listitem').first();
  const places: (number | undefined)[] = [];
  for (const [index, costMicroUsd] of [990_000, 9_990_000, 10_000_000, 123_000_000].entries()) {
    await page.evaluate(
      async ([number, cost]) => {
        const { value } = (await window.fuelgauge?.call('snapshot', undefined)) as { value: AppSnapshot };
        const sessions = value.sections.sessions.map((session, at) =>
          at === 0 ? { ...session, costMicroUsd: cost!, unpricedModels: [] } : session,
        );
        const change = { baseRevision: number! + 1, revision: number! + 2, generatedAtMs: Date.now() };
        window.fuelgaugeFake?.emit('snapshotChanged', { ...change, sections: { sessions } });
      },
      [index, costMicroUsd],
    );
    await row.getByText(['$0.99', '$9.99', '$10.00', '$123.00'][index]!).waitFor();
    places.push((await row.locator('.use').last().boundingBox())?.x);
  }
  expect(new Set(places).size).toBe(1);
  await close();
});

it('what can be explained looks so from the first paint, and stays where it is', async () => {
  const { page, close } = await bench.openPage({ surface: 'popover', scenario: 'normal' });
  let load = (): void => undefined;
  const isWanted = new Promise<void>((done) => (load = done));
  await page.route(/\/Explain-[^/]*\.js$/, async (route) => {
    await isWanted;
    await route.continue();
  });
  await page.reload();
  const labels = page.locator('main').getByText(/^(?:5 h|Week|Today|API-equivalent cost)\b/);
  await page.getByText('Today', { exact: true }).waitFor();
  const readLabels = () =>
    labels.evaluateAll((found) =>
      found.map((label) => {
        const { x, y, height } = label.getBoundingClientRect();
        return [getComputedStyle(label.closest('.explained') ?? label).textDecorationStyle, x, y, height];
      }),
    );
  const before = await readLabels();
  expect(before.length).toBe(3);
  expect(before.map(([style]) => style)).toEqual(before.map(() => 'dotted'));
  load();
  await page.getByRole('button', { name: 'Today: where it comes from' }).waitFor();
  expect(await readLabels()).toEqual(before);
  await close();
});
