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
