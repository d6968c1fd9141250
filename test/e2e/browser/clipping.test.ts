import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { scenarioNames } from '../../fakes/fake-scenarios.ts';
import { startBrowserBench, surfaces, type BrowserBench } from '../../support/browser-page.ts';
import { findClipped } from '../../support/find-clipped.ts';

let bench: BrowserBench;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

describe.each(scenarioNames)('in the scenario %s', (scenario) => {
  it.each(surfaces)('$surface $hash reports no error and clips nothing', async (surface) => {
    const { page, complaints, close } = await bench.openPage({ ...surface, scenario });
    await expect.poll(() => page.locator('main').innerText()).not.toBe('');
    expect(complaints).toEqual([]);
    expect(await findClipped(page)).toEqual([]);
    await close();
  });
});

it.each(surfaces)('$surface $hash clips nothing at twice the text size', async (surface) => {
  const { page, close } = await bench.openPage({ ...surface, scenario: 'critical', textScale: 2 });
  await page.locator('main h2').first().waitFor();
  await expect.poll(() => findClipped(page)).toEqual([]);
  await close();
});

it.each(['', '#explore', '#settings'])('the main window %s fits its smallest size', async (hash) => {
  const size = { width: 720, height: 480 } as const;
  const { page, close } = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash, ...size });
  await page.locator('main h2').first().waitFor();
  expect(await findClipped(page)).toEqual([]);
  await close();
});

it('the table has room for ten thousand rows in the smallest window', async () => {
  const size = { width: 720, height: 480 } as const;
  const { page, close } = await bench.openPage({
    surface: 'main-window',
    scenario: 'large',
    hash: '#explore?by=session',
    ...size,
  });
  await page.getByText('10,000 rows · ').waitFor();
  expect(await findClipped(page)).toEqual([]);
  await close();
});
