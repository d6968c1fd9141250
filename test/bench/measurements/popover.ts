import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hourMs, minuteMs } from '../../../shared/domain/instant.ts';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import type { TrayHost } from '../../support/desktop/tray-host.ts';
import { launchApp } from '../../support/electron.ts';
import { toSpreadFigure } from '../lib/figure.ts';
import { withTrayHost } from '../lib/launch-tray.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { toSpread } from '../lib/statistics.ts';
import { markNewWindows, markNextShow, readMarks, toSeenMs } from '../lib/window-marks.ts';

const events = 20_000;
/** Its start is over, and a page that was just hidden is allowed to rest. */
const quietMs = 3_000;
/** The numbers stand, not only the frame around them. */
const wanted = { numbers: `/tokens/.test(document.querySelector('main')?.textContent ?? '')` };

/** From a click on the icon in the tray until the popover is there with its numbers. */
export const popover: Measurement = {
  name: 'popover',
  title: 'From a click on the tray to the painted popover, the first time and again',
  needsDesktop: true,
  async measure(bench) {
    const first: number[] = [];
    const again: number[] = [];
    await withTrayHost(async (desktop) => {
      const [home, data] = prepare(bench);
      for (let round = 0; round <= bench.runs; round += 1) {
        const taken = await openTwice(desktop, bench, home, data);
        // The first round reads the logs and fills the caches.
        if (round === 0) continue;
        first.push(taken.first);
        again.push(...taken.again);
      }
    });
    return [
      toSpreadFigure('the first time', 'ms', toSpread(first), 400),
      toSpreadFigure('again', 'ms', toSpread(again), 100),
    ];
  },
};

function prepare(bench: Bench): readonly [home: string, data: string] {
  const [home, data] = [bench.newHome([]), bench.newFolder()];
  const nowMs = Date.now();
  const lines = Array.from({ length: events }, (_, id) =>
    claudeLine({ id, atMs: nowMs - minuteMs - Math.round((id * 7 * 24 * hourMs) / events), session: `s-${id % 50}` }),
  );
  mkdirSync(dirname(claudeFile(home)), { recursive: true });
  writeFileSync(claudeFile(home), lines.join(''));
  // Who has settings has used the app before, and is not welcomed.
  writeFileSync(join(data, 'settings.json'), JSON.stringify({ timeZone: 'UTC' }));
  return [home, data];
}

async function openTwice(desktop: TrayHost, bench: Bench, home: string, data: string) {
  const launched = await launchApp({ appFolder: bench.appFolder, home, data, args: ['--hidden'] });
  try {
    const item = await desktop.waitForItem({ pid: launched.pid });
    await item.waitForToolTip((text) => text.includes('tokens today'), 60_000);
    await delay(quietMs);
    await markNewWindows(launched.app, wanted);
    const click = async (): Promise<number> => {
      const clickedAtMs = Date.now();
      await item.activate();
      return clickedAtMs;
    };
    const first = toSeenMs(await click(), await readMarks(launched.app), 'numbers');
    const page = await launched.waitForWindow('popover');
    const again: number[] = [];
    for (let time = 0; time < 3; time += 1) {
      await page.keyboard.press('Escape');
      await delay(quietMs);
      await markNextShow(launched.app);
      again.push(toSeenMs(await click(), await readMarks(launched.app), 'again'));
    }
    return { first, again };
  } finally {
    await launched.close();
  }
}
