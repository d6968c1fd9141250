import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { claudeFile, claudeLine } from '../../support/agent-logs.ts';
import { runAlternately, toContenderFigures, toRatioFigures, type Contender } from '../lib/alternate.ts';
import { createOurReport } from '../lib/contenders.ts';
import { measureProcess } from '../lib/measure-process.ts';
import type { Measurement } from '../lib/measurement.ts';

const rows = { small: 2_500, full: 50_000 } as const;

/** A table as long as the history of a busy year, and the same rows as JSON. */
export const longTables: Measurement = {
  name: 'long-tables',
  title: 'A text table of 50,000 sessions from a ledger, beside the same as JSON',
  needsDesktop: false,
  async measure(bench) {
    const home = bench.newHome([]);
    const data = bench.newFolder();
    const count = rows[bench.size];
    mkdirSync(dirname(claudeFile(home)), { recursive: true });
    const lines = Array.from({ length: count }, (_, id) =>
      claudeLine({ id, atMs: Date.UTC(2026, 0, 1) + id * 60_000, session: `session-${id}`, project: `/p/${id % 300}` }),
    );
    writeFileSync(claudeFile(home), lines.join(''));
    const report = createOurReport(bench, 'JSON', home, () => data, null, ['--by', 'session']);
    await measureProcess(report.prepare(), bench.newFolder());
    const [json, text] = await runAlternately(bench, [report, toTextReport(report, count)]);
    return [...toContenderFigures([json!, text!]), ...toRatioFigures(text!, json!, 1.5)];
  },
};

function toTextReport(report: Contender, count: number): Contender {
  return {
    name: 'text',
    prepare() {
      const command = report.prepare();
      return { ...command, args: command.args.filter((arg) => arg !== '--json') };
    },
    check(stdout) {
      const lines = stdout.split('\n').filter((line) => line.startsWith('session-'));
      if (lines.length !== count) throw new Error(`the table has ${lines.length} rows of ${count}`);
    },
  };
}
