import { randomBytes } from 'node:crypto';
import { runAlternately, toContenderFigures, type Contender } from '../lib/alternate.ts';
import { createOurReport } from '../lib/contenders.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';

/** What it costs that names in the ledger are encrypted. */
const atMost = 1.05;

/** The first report and the one after it, with and without a key. */
export const encryption: Measurement = {
  name: 'encryption',
  title: 'Names in the ledger encrypted, and not: the first report of all Claude logs, and the same again',
  needsDesktop: false,
  async measure(bench) {
    return [
      ...(await compare(bench, 'first', () => bench.newFolder)),
      ...(await compare(bench, 'again', () => {
        const folder = bench.newFolder();
        return () => folder;
      })),
    ];
  },
};

async function compare(bench: Bench, what: string, toFolder: () => () => string): Promise<readonly Figure[]> {
  const { folder, figures } = bench.corpus('claude');
  const home = bench.newHome([folder]);
  const key = randomBytes(32).toString('base64');
  const [plain, sealed] = await runAlternately(bench, [
    createOurReport(bench, `${what}, plain`, home, toFolder(), figures.tokens),
    withKey(createOurReport(bench, `${what}, encrypted`, home, toFolder(), figures.tokens), key),
  ]);
  const ratio = sealed!.cpuMs.median / plain!.cpuMs.median;
  return [
    ...toContenderFigures([plain!, sealed!]),
    toFigure(`${what}: encrypted / plain: processor`, 'ratio', ratio, atMost),
  ];
}

function withKey(contender: Contender, key: string): Contender {
  return {
    ...contender,
    prepare() {
      const command = contender.prepare();
      return { ...command, env: { ...command.env, FUELGAUGE_DB_KEY: key } };
    },
  };
}
