import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runAlternately, toContenderFigures, toRatioFigures } from '../lib/alternate.ts';
import { createCcusageReport, createOurReport, createTokscaleReport } from '../lib/contenders.ts';
import { measureProcess } from '../lib/measure-process.ts';
import type { Measurement } from '../lib/measurement.ts';

/** The report when nothing has changed since the last one, also when the ledger contains ten times as much. */
export const again: Measurement = {
  name: 'again',
  title: 'The same report again, nothing changed; with one month and with ten months in the ledger',
  needsDesktop: false,
  async measure(bench) {
    const { folder, figures } = bench.corpus('claude');
    const home = bench.newHome([folder]);
    const data = bench.newFolder();
    const longHome = bench.newHome([folder, bench.corpus('history').folder]);
    const longData = bench.newFolder();
    // A copy that can be deleted: through a link, the ledger would still find every file.
    const history = join(longHome, '.claude', 'projects', 'part-1');
    rmSync(history);
    cpSync(bench.corpus('history').folder, history, { recursive: true });
    const long = createOurReport(bench, 'Fuelgauge, ten months', longHome, () => longData, null);
    await measureProcess(long.prepare(), bench.newFolder());
    // The agent deletes its old logs; the ledger keeps their usage.
    rmSync(history, { recursive: true });

    const [ours, ten, theirs, cached] = await runAlternately(bench, [
      createOurReport(bench, 'Fuelgauge', home, () => data, figures.tokens),
      long,
      await createCcusageReport(bench, home, figures.tokens),
      await createTokscaleReport(bench, home, 'with its cache', figures.tokens),
    ]);
    return [
      ...toContenderFigures([ours!, ten!, theirs!, cached!]),
      ...toRatioFigures(ours!, theirs!, 0.1),
      ...toRatioFigures(ten!, ours!, 1.5),
    ];
  },
};
