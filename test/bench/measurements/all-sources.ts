import { spawn } from 'node:child_process';
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { PlainFailure } from '../../../build/lib/plain-failure.ts';
import { repositoryRoot } from '../../../build/lib/paths.ts';
import { sources } from '../../../shared/sources/registry.ts';
import { toPeerEnvironment } from '../../compare/peers/peer.ts';
import { runAlternately, toContenderFigures } from '../lib/alternate.ts';
import { createOurReport } from '../lib/contenders.ts';
import { toFigure, type Figure } from '../lib/figure.ts';
import type { Bench, Measurement } from '../lib/measurement.ts';
import { watchTree } from '../lib/watch-tree.ts';
import { createWatchedHome } from '../lib/watched-home.ts';

/** Logs that real agents wrote for other people, kept beside the repository and never in it. */
const realLogsFolder = resolve(repositoryRoot, '../shared/real-logs');

/** A data set as another home of its agent. */
interface ExtraFolder {
  readonly source: string;
  readonly path: string;
}

/** Every agent of the real logs at once: the first report, the one after it, and what watching them costs at rest. */
export const allSources: Measurement = {
  name: 'all-sources',
  title: 'All data sets of all agents in one ledger: first report, the one after it, and a minute at rest',
  needsDesktop: false,
  async measure(bench) {
    const folders = findDataSets();
    const home = bench.newFolder();
    const kept = newDataFolder(bench, folders);
    const [first, again] = await runAlternately(bench, [
      createOurReport(bench, 'first report', home, () => newDataFolder(bench, folders), null),
      createOurReport(bench, 'the one after it', home, () => kept, null),
    ]);
    const watched = createWatchedHome(bench).home;
    return [
      toFigure('agents', 'count', new Set(folders.map(({ source }) => source)).size),
      toFigure('data sets', 'count', folders.length),
      ...toContenderFigures([first!, again!]),
      ...(await watch(bench, 'at rest, 2,000 files of one agent', watched, [])),
      ...(await watch(bench, 'at rest, and all data sets', watched, folders)),
    ];
  },
};

/** The folders of data sets are named after the first part of their agent's id. */
function findDataSets(): readonly ExtraFolder[] {
  if (!existsSync(realLogsFolder)) throw new PlainFailure(`${realLogsFolder} is not there.`);
  const agents = readdirSync(realLogsFolder, { withFileTypes: true }).filter((entry) => entry.isDirectory());
  return agents.flatMap(({ name: agent }) => {
    const source = sources.find(({ id }) => id === agent || id.startsWith(`${agent}-`));
    if (source === undefined) throw new PlainFailure(`${realLogsFolder}/${agent} is of an agent that is not known.`);
    return readdirSync(join(realLogsFolder, agent)).map((set) => ({
      source: source.id,
      path: join(realLogsFolder, agent, set),
    }));
  });
}

function newDataFolder(bench: Bench, extraLogFolders: readonly ExtraFolder[]): string {
  const folder = bench.newFolder();
  writeFileSync(join(folder, 'settings.json'), JSON.stringify({ extraLogFolders }));
  return folder;
}

async function watch(
  bench: Bench,
  name: string,
  home: string,
  folders: readonly ExtraFolder[],
): Promise<readonly Figure[]> {
  const cli = join(bench.appFolder, 'dist', 'cli.js');
  const args = [cli, 'watch', '--json', '--home', home, '--data', newDataFolder(bench, folders)];
  const child = spawn(process.execPath, args, { stdio: 'ignore', env: toPeerEnvironment(home) });
  try {
    return await watchTree(bench, name, child.pid ?? 0);
  } finally {
    child.kill('SIGTERM');
  }
}
