import { join } from 'node:path';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { run, type RunOptions, type RunResult } from '../../build/lib/run.ts';

/** The command line as it was built: from its sources it takes four times as long to start. */
export const builtCli: string = join(repositoryRoot, 'dist', 'cli.js');

const environment = {
  ...process.env,
  NODE: process.execPath,
  FUELGAUGE_CLI: builtCli,
  FUELGAUGE_CHECK_ANSWERS: '1',
  CLAUDE_CONFIG_DIR: undefined,
  CODEX_HOME: undefined,
  NO_COLOR: undefined,
  TZ: 'UTC',
};

/** Runs the built command line as a user would, but without the agents' environment variables, so that `--home` decides. */
export function runBuiltCli(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, [builtCli, ...args], { env: environment, ...options });
}

/**
 * Runs a script of `bash` in which `fuelgauge` is the built command line and `"$@"` are `args`. For what only a shell can
 * set up: pipes, redirections, mounts.
 */
export function runShell(text: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  const preamble = 'fuelgauge() { "$NODE" "$FUELGAUGE_CLI" "$@"; }\n';
  return run('bash', ['-c', preamble + text, 'bash', ...args], { env: environment, ...options });
}

/** A report as `report --json` prints it, as far as tests use it. */
export interface PrintedReport {
  readonly schema: string;
  readonly rows: readonly PrintedRow[];
  readonly totals: Omit<PrintedRow, 'key' | 'source' | 'models'>;
}

/** One row of a report. */
export interface PrintedRow {
  readonly key: string;
  readonly source: string;
  readonly models: readonly string[];
  readonly events: number;
  readonly usage: Readonly<Record<string, number>>;
  readonly costUsd: number | null;
  readonly unpricedModels: readonly string[];
}

/** `report --json` of a home; throws with what was printed on stderr when it fails. */
export async function readReport(home: string, data: string, ...args: readonly string[]): Promise<PrintedReport> {
  const { code, stdout, stderr } = await runBuiltCli(['report', '--json', '--home', home, '--data', data, ...args]);
  if (code !== 0) throw new Error(`report ended with ${code}: ${stderr}`);
  return JSON.parse(stdout) as PrintedReport;
}
