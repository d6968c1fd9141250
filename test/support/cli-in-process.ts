import { toSettingOverrides } from '../../main/node/cli/setting-overrides.ts';
import { findRequestedDataFolder } from '../../main/node/cli/find-data-folder.ts';
import { readDefaults } from '../../main/node/cli/options/read-defaults.ts';
import { runCli, type ExitCode } from '../../main/node/cli/run-cli.ts';
import { openLocalHost } from '../../main/node/host/open-local-host.ts';
import { noScreen } from '../fakes/cli-host.ts';
import { systemClock } from '../../main/node/system/system-clock.ts';

/**
 * Runs the command line inside the test's own process, with a real host on real files and its output in a pipe. Much
 * faster than a process for each of many calls; give `--home` and `--data`.
 */
export async function runCliInProcess(
  args: readonly string[],
): Promise<{ readonly code: ExitCode; readonly stdout: string; readonly stderr: string }> {
  let [stdout, stderr] = ['', ''];
  const size = { isTerminal: false, columns: undefined, rows: undefined, ...noScreen };
  const code = await runCli(args, {
    stdout: { ...size, write: async (text) => void (stdout += text) },
    stderr: { ...size, write: async (text) => void (stderr += text) },
    variables: {},
    clock: systemClock,
    checksAnswers: true,
    openHost: (request) =>
      openLocalHost({
        home: request.home,
        dataFolder: request.dataFolder,
        overrides: toSettingOverrides(request),
        ...(request.changesSettings && { changesSettings: request.changesSettings }),
      }),
    ask: async () => null,
    onKey: () => null,
    openPager: async () => null,
    hostName: 'workshop',
    keepCrash: async () => undefined,
    readDefaults: async (words) => readDefaults(findRequestedDataFolder(words, {})),
    suspend: async () => undefined,
    onInterrupt: () => () => undefined,
    loadServer: () => import('../../main/server/programs/programs.ts').then(({ serverPrograms }) => serverPrograms),
  });
  return { code, stdout, stderr };
}
