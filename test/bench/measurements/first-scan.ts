import { runAlternately, toContenderFigures, toRatioFigures } from '../lib/alternate.ts';
import { createCcusageReport, createOurReport, createTokscaleReport } from '../lib/contenders.ts';
import type { Measurement } from '../lib/measurement.ts';

/** The first report, on logs never seen before; ours also writes a durable ledger. */
export const firstScan: Measurement = {
  name: 'first-scan',
  title: 'First report of all Claude logs: whole processes, warm page cache',
  needsDesktop: false,
  async measure(bench) {
    const { folder, figures } = bench.corpus('claude');
    const home = bench.newHome([folder]);
    const [ours, theirs, cold] = await runAlternately(bench, [
      createOurReport(bench, 'Fuelgauge', home, bench.newFolder, figures.tokens),
      await createCcusageReport(bench, home, figures.tokens),
      await createTokscaleReport(bench, home, 'without its cache', figures.tokens),
    ]);
    return [
      ...toContenderFigures([ours!, theirs!, cold!]),
      ...toRatioFigures(ours!, theirs!, 0.7),
      ...toRatioFigures(ours!, cold!, 0.4),
    ];
  },
};
