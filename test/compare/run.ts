import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PlainFailure, runMain } from '../../build/lib/plain-failure.ts';
import { findDataSets, placeDataSet, type DataSet } from './data-sets.ts';
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
 * `npm run compare [-- <folder>]`: counts every data set below a folder (those beside the repository by default) with Fuelgauge and its
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

/** Counts one data set with every tool that knows the agent, in a home that holds nothing else. */
async function compare(
  dataSet: DataSet,
  peers: readonly ReadyPeer[],
  explanations: Explanations,
): Promise<readonly Comparison[]> {
  const { name, agent } = dataSet;
  const home = mkdtempSync(join(tmpdir(), 'fuelgauge-compare-'));
  try {
    placeDataSet(dataSet, home);
    const ours = await countWithFuelgauge(home, agent.source);
    const counted = await Promise.all(
      peers
        .filter(({ peer }) => peer.knows(agent))
        .map(async ({ peer, program }) => ({ peer, rows: await peer.count(program, home, agent) })),
    );
    return counted.map(({ peer, rows }) => {
      const known = toUsageTable(ours.map((row) => ({ ...row, model: peer.toPeerModel(row.model, agent) })));
      const differences = diffTables(known, toUsageTable(rows), peer.classes(agent));
      const judged = explanations.judge(name, peer.id, differences);
      return { dataSet: name, peer: peer.id, tokens: sumTable(known), differences: judged };
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
