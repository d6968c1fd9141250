import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure, runMain } from '../../build/lib/plain-failure.ts';
import { findDataSets, type DataSet } from './data-sets.ts';
import { createExplanations, type Explanations } from './explanations.ts';
import { countWithFuelgauge } from './fuelgauge.ts';
import { ccusage } from './peers/ccusage.ts';
import type { Peer } from './peers/peer.ts';
import { providePeer } from './peers/provide-peer.ts';
import { tokscale } from './peers/tokscale.ts';
import { formatComparison, formatSummary, toVerdict, type Comparison } from './print.ts';
import { diffTables, sumTable, toUsageTable } from './usage-table.ts';

/** A peer and the path of its program. */
interface ReadyPeer {
  readonly peer: Peer;
  readonly program: string;
}

/**
 * `npm run compare [-- <folder>]`: counts every home below a folder (the real logs by default) with Fuelgauge and its
 * peers, and prints every difference. Exit code 1 when one is not explained.
 */
await runMain(async () => {
  const [folder, ...rest] = process.argv.slice(2);
  if (rest.length > 0) throw new PlainFailure('Name one folder at most: npm run compare -- <folder>');
  const dataSets = findDataSets(folder);
  const peers: ReadyPeer[] = [];
  for (const peer of [ccusage, tokscale]) {
    peers.push({ peer, program: await providePeer(peer.package, console.log) });
  }

  const explanations = createExplanations(folder === undefined);
  const comparisons: Comparison[] = [];
  for (const dataSet of dataSets) {
    const found = await compare(dataSet, peers, explanations);
    for (const comparison of found) console.log(formatComparison(comparison));
    comparisons.push(...found);
  }
  const unmet = explanations.unmet();
  for (const { dataSet, peer, dayAndModel, tokenClass } of unmet) {
    console.log(`Explained, but not there: ${dataSet}, ${peer}, ${dayAndModel} ${tokenClass}`);
  }
  console.log(`\n${formatSummary(comparisons)}`);
  return unmet.length === 0 && comparisons.every((one) => toVerdict(one) !== 'unexplained') ? 0 : 1;
});

/** Counts one data set with every tool. A separate home links the logs, so that no tool finds any others. */
async function compare(
  { name, source, folder }: DataSet,
  peers: readonly ReadyPeer[],
  explanations: Explanations,
): Promise<readonly Comparison[]> {
  const home = mkdtempSync(join(tmpdir(), 'fuelgauge-compare-'));
  try {
    symlinkSync(folder, join(home, source === 'codex' ? '.codex' : '.claude'));
    const counted = await Promise.all(
      peers.map(async ({ peer, program }) => ({ peer, rows: await peer.count(program, home, source) })),
    );
    const ours = await countWithFuelgauge(home, source);
    return counted.map(({ peer, rows }) => {
      const known = toUsageTable(ours.map((row) => ({ ...row, model: peer.toPeerModel(row.model) })));
      const differences = diffTables(known, toUsageTable(rows), peer.classes[source]);
      const judged = explanations.judge(name, peer.id, differences);
      return { dataSet: name, peer: peer.id, tokens: sumTable(known), differences: judged };
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
