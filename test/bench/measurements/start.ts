import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { createOurReport } from '../lib/contenders.ts';
import { toFigure, toSpreadFigure } from '../lib/figure.ts';
import { launchTray, withTrayHost } from '../lib/launch-tray.ts';
import { measureProcess } from '../lib/measure-process.ts';
import type { Measurement } from '../lib/measurement.ts';
import { readTree } from '../lib/process-tree.ts';
import { toSpread } from '../lib/statistics.ts';

/** Memory that the start took is given back five seconds after its last work. */
const quietMs = 20_000;

/** Time until the icon appears, and what the app uses with only its icon, compared with a minimal tray app. */
export const start: Measurement = {
  name: 'start',
  title: 'From the start of the process to the icon in the tray; memory with nothing but the icon',
  needsDesktop: true,
  async measure(bench) {
    const { folder, figures } = bench.corpus('claude');
    const home = bench.newHome([folder]);
    const data = bench.newFolder();
    // An app that starts every morning has read most of the logs already.
    const fill = createOurReport(bench, 'Fuelgauge', home, () => data, figures.tokens);
    await measureProcess(fill.prepare(), bench.newFolder());
    const bareFolder = join(repositoryRoot, 'test', 'fixtures', 'tray-app');
    const apps = [
      { name: 'Fuelgauge', appFolder: bench.appFolder, home, data: () => data, args: ['--hidden'] },
      { name: 'bare tray app', appFolder: bareFolder, home: bench.newFolder(), data: bench.newFolder, args: [] },
    ];
    const taken = apps.map((app) => ({ ...app, trayMs: [] as number[], pssBytes: [] as number[] }));
    await withTrayHost(async (desktop) => {
      for (let round = 0; round <= bench.runs; round++) {
        for (const app of taken) {
          const tray = await launchTray(desktop, { ...app, data: app.data() });
          try {
            await delay(quietMs);
            if (round === 0) continue;
            app.trayMs.push(tray.trayAfterMs);
            app.pssBytes.push(readTree(tray.pid).pssBytes);
          } finally {
            await tray.end();
          }
        }
      }
    });
    const spreads = taken.map(({ name, trayMs, pssBytes }) => ({
      name,
      tray: toSpread(trayMs),
      pss: toSpread(pssBytes),
    }));
    const [ours, bare] = spreads;
    return [
      ...spreads.flatMap(({ name, tray, pss }) => [
        toSpreadFigure(`${name}: start to icon`, 'ms', tray),
        toSpreadFigure(`${name}: memory of all processes (PSS)`, 'bytes', pss),
      ]),
      toFigure('start to icon, beyond the bare app', 'ms', ours!.tray.median - bare!.tray.median),
      toFigure('memory beyond the bare app', 'bytes', ours!.pss.median - bare!.pss.median),
    ];
  },
};
