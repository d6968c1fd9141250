import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { runAlternately, toContenderFigures } from '../lib/alternate.ts';
import { createOurReport } from '../lib/contenders.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import { measureProcess } from '../lib/measure-process.ts';
import type { Measurement } from '../lib/measurement.ts';

/** What an event costs on disk, and how long answers from a large ledger take. */
export const ledgerSize: Measurement = {
  name: 'ledger-size',
  title: 'Bytes on disk for an event; a report from a ledger of a million events whose logs are gone',
  needsDesktop: false,
  async measure(bench) {
    const figures: Figure[] = [];
    const emptyHome = bench.newHome([]);
    const reports = [];
    for (const name of ['claude', 'million'] as const) {
      const corpus = bench.corpus(name);
      const data = bench.newFolder();
      const fill = createOurReport(bench, name, bench.newHome([corpus.folder]), () => data, corpus.figures.tokens);
      const { wallMs, stdout } = await measureProcess(fill.prepare(), bench.newFolder());
      fill.check?.(stdout);
      const bytes = sumBytes(data);
      figures.push(
        toFigure(`${name}: events`, 'count', corpus.figures.responses),
        toFigure(`${name}: first scan`, 'ms', wallMs),
        toFigure(`${name}: ledger`, 'bytes', bytes),
        toFigure(`${name}: ledger, per event`, 'bytes', bytes / corpus.figures.responses),
      );
      reports.push(
        createOurReport(bench, `report from the ledger of ${name}`, emptyHome, () => data, corpus.figures.tokens),
      );
    }
    return [...figures, ...toContenderFigures(await runAlternately(bench, reports))];
  },
};

function sumBytes(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
