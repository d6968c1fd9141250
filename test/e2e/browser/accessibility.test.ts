import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findClipped } from '../../support/find-clipped.ts';
import { findViolations } from '../../support/find-violations.ts';
import { defaultSettings } from '../../../shared/settings/defaults.ts';
import { startBrowserBench, surfaces, type BrowserBench } from '../../support/browser-page.ts';

let bench: BrowserBench;

beforeAll(async () => {
  bench = await startBrowserBench();
});
afterAll(() => bench.close());

describe.each(['normal', 'critical', 'empty', 'stale'])('accessible to everyone, in the scenario %s', (scenario) => {
  it.each(
    surfaces.flatMap((surface) => (['light', 'dark'] as const).map((colorScheme) => ({ ...surface, colorScheme }))),
  )('$surface $hash is accessible in $colorScheme', async (options) => {
    const { page, close } = await bench.openPage({ ...options, scenario });
    await page.locator('main h2').first().waitFor();
    expect(await findViolations(page)).toEqual([]);
    await close();
  });
});

it.each(surfaces)('$surface $hash is accessible in forced colours', async (surface) => {
  const { page, close } = await bench.openPage({ ...surface, scenario: 'critical', forcedColors: true });
  await page.locator('main h2').first().waitFor();
  expect(await findViolations(page)).toEqual([]);
  await close();
});

const otherViews = ['#explore?session=s&source=claude-code', '#limits', '#processes', '#apps', '#alerts', '#compare',
  '#compare?tab=whatIf', '#compare?tab=cache', '#compare?tab=accounts'] as const; // prettier-ignore

it.each(otherViews)('the view %s is accessible and clips nothing', async (hash) => {
  const { page, complaints, close } = await bench.openPage({ surface: 'main-window', scenario: 'critical', hash });
  await page.locator('main h2').first().waitFor();
  expect([await findViolations(page), await findClipped(page), complaints]).toEqual([[], [], []]);
  await page.setViewportSize({ width: 480, height: 700 });
  await expect.poll(() => findClipped(page)).toEqual([]);
  await close();
});

it('tells limits of the same name apart by whose they are', async () => {
  const { page, close } = await bench.openPage({ surface: 'main-window', scenario: 'normal', hash: '#limits' });
  await page.getByRole('region', { name: 'Weekly limit, Codex', exact: true }).waitFor();
  await close();
});

it.each([
  { width: 240, textScale: 1, colorScheme: 'light' },
  { width: 480, textScale: 2, colorScheme: 'dark' },
] as const)('the gauge is accessible and clips nothing: $width px, $textScale, $colorScheme', async (look) => {
  const { page, complaints, close } = await bench.openPage({
    ...look,
    surface: 'gauge',
    scenario: 'critical',
    height: look.width / 2,
  });
  await page.getByRole('button', { name: /limit.*Click to open Fuelgauge\.$/ }).waitFor();
  expect([await findViolations(page), await findClipped(page), complaints]).toEqual([[], [], []]);
  await close();
});

it.each([
  { width: 360, textScale: 1, colorScheme: 'light' },
  { width: 360, textScale: 1, colorScheme: 'dark' },
  { width: 280, textScale: 2, colorScheme: 'light' },
] as const)('the first run is accessible and clips nothing: $width px, $textScale, $colorScheme', async (look) => {
  const settings = { desktop: { ...defaultSettings.desktop, showsWelcome: true } };
  const { page, complaints, close } = await bench.openPage({
    ...look,
    surface: 'popover',
    scenario: 'normal',
    settings,
  });
  await page.getByRole('button', { name: 'Got it' }).waitFor();
  expect([await findViolations(page), await findClipped(page), complaints]).toEqual([[], [], []]);
  await close();
});
