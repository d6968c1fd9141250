import { setTimeout as delay } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import type { TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp } from '../../support/electron.ts';
import { toSpreadFigure, type Figure } from '../lib/figure.ts';
import { measureFrames } from '../lib/frames.ts';
import { withTrayHost } from '../lib/launch-tray.ts';
import type { Bench } from '../lib/measurement.ts';
import { toSpread } from '../lib/statistics.ts';
import { markNewWindows, readMarks, toSeenMs } from '../lib/window-marks.ts';

const quietMs = 8_000;
const wanted = {
  window: `document.querySelector('h1') !== null`,
  figures: `/\\d/.test(document.querySelector('dl dd')?.textContent ?? '')`,
  chart: `document.querySelector('.u-over') !== null`,
};

/** From a click in the tray's menu until the main window is there, and how smoothly a year of days then moves. */
export async function measurePaint(bench: Bench, home: string, data: string): Promise<readonly Figure[]> {
  const taken = { window: [] as number[], figures: [] as number[], chart: [] as number[] };
  let frames: readonly Figure[] = [];
  await withTrayHost(async (desktop) => {
    for (let round = 0; round <= bench.runs; round += 1) {
      const { seen, moved } = await openOnce(desktop, bench, home, data, round === bench.runs);
      if (round === 0) continue;
      for (const name of ['window', 'figures', 'chart'] as const) taken[name].push(seen[name]);
      frames = moved;
    }
  });
  const atMost = bench.size === 'full' ? 300 : undefined;
  return [
    toSpreadFigure('click to window with its heading', 'ms', toSpread(taken.window), atMost),
    toSpreadFigure('click to the figures of 30 days', 'ms', toSpread(taken.figures)),
    toSpreadFigure('click to their chart', 'ms', toSpread(taken.chart)),
    ...frames,
  ];
}

async function openOnce(desktop: TrayHost, bench: Bench, home: string, data: string, movesToo: boolean) {
  const launched = await launchApp({ appFolder: bench.appFolder, home, data, args: ['--hidden'] });
  try {
    const item = await desktop.waitForItem({ pid: launched.pid });
    await item.waitForToolTip((text) => text.includes('tokens today'), 60_000);
    await delay(quietMs);
    await markNewWindows(launched.app, wanted);
    const menu = await item.openMenu();
    const clickedAtMs = Date.now();
    await menu.click('Overview');
    const marks = await readMarks(launched.app);
    const seen = {
      window: toSeenMs(clickedAtMs, marks, 'window'),
      figures: toSeenMs(clickedAtMs, marks, 'figures'),
      chart: toSeenMs(clickedAtMs, marks, 'chart'),
    };
    return { seen, moved: movesToo ? await moveChart(await launched.waitForWindow('main-window')) : [] };
  } finally {
    await launched.close();
  }
}

/** Zooms into a year of days, split by model, and pans it; then scrolls the sessions of all time. */
async function moveChart(page: Page): Promise<readonly Figure[]> {
  await page.evaluate(() => (location.hash = '#overview?range=365&step=day&split=model'));
  await page.getByRole('table', { name: 'Tokens per day' }).locator('tbody tr').nth(364).waitFor({ state: 'attached' });
  const turn = (event: string): string => `document.querySelector('.u-over').dispatchEvent(
    new WheelEvent('wheel', { bubbles: true, cancelable: true, ${event} }))`;
  // What this machine drops while nothing moves.
  const atRest = await measureFrames(page, 'a year of days, at rest', '');
  const zoom = await measureFrames(
    page,
    'a year of days, zoomed in and out',
    turn('ctrlKey: true, deltaY: frame % 30 < 15 ? -100 : 100'),
  );
  await page.evaluate(`for (let i = 0; i < 6; i += 1) ${turn('ctrlKey: true, deltaY: -100')}`);
  const panned = await measureFrames(page, 'the same, panned', turn('deltaX: frame % 40 < 20 ? 100 : -100'));
  await page.evaluate(() => (location.hash = '#explore?by=session&range=all'));
  const table = page.getByRole('table', { name: 'Usage table' });
  await table.waitFor();
  const scroll = `document.querySelector('.viewport').scrollTop = frame * 400`;
  return [...atRest, ...zoom, ...panned, ...(await measureFrames(page, 'sessions of all time, scrolled', scroll))];
}
