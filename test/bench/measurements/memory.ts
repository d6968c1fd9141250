import { runAlternately, toContenderFigures } from '../lib/alternate.ts';
import { createOurReport } from '../lib/contenders.ts';
import { toFigure } from '../lib/figure.ts';
import type { Measurement } from '../lib/measurement.ts';

/** How much memory the first scan needs in addition to Node itself. */
export const memory: Measurement = {
  name: 'memory',
  title: 'Peak memory of the first scan over that of an idle Node; with a line of 600 MB',
  needsDesktop: false,
  async measure(bench) {
    const logs = [bench.corpus('claude').folder];
    const home = bench.newHome(logs, bench.corpus('codex').folder);
    const longHome = bench.newHome([...logs, bench.corpus('long-line').folder], bench.corpus('codex').folder);
    const results = await runAlternately({ ...bench, runs: Math.min(bench.runs, 3) }, [
      {
        name: 'Node, idle',
        prepare: () => ({ program: process.execPath, args: ['-e', 'setTimeout(() => {}, 200)'], env: {}, cwd: home }),
      },
      createOurReport(bench, 'first scan', home, bench.newFolder, null),
      createOurReport(bench, 'first scan, line of 600 MB', longHome, bench.newFolder, null),
    ]);
    const [idle, scan, long] = results.map(({ peakRssBytes }) => peakRssBytes.median);
    return [
      ...toContenderFigures(results),
      toFigure('first scan over idle Node', 'bytes', scan! - idle!),
      toFigure('the same with a line of 600 MB', 'bytes', long! - idle!),
    ];
  },
};
