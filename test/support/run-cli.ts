import { join } from 'node:path';
import { repositoryRoot } from '../../build/lib/paths.ts';
import { run, type RunResult } from '../../build/lib/run.ts';

/** Runs the built command line as a user would, but without the agents' environment variables, so that `--home` decides. */
export function runBuiltCli(args: readonly string[]): Promise<RunResult> {
  const env = {
    ...process.env,
    CLAUDE_CONFIG_DIR: undefined,
    CODEX_HOME: undefined,
    TZ: 'UTC',
    FUELGAUGE_CHECK_ANSWERS: '1',
  };
  return run(process.execPath, [join(repositoryRoot, 'dist', 'cli.js'), ...args], { env });
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
