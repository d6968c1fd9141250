import path from 'node:path';
import { run, type RunOptions, type RunResult } from '../../build/lib/run.ts';

const script = path.resolve(import.meta.dirname, '../../main/cli.ts');

const environment = {
  ...process.env,
  NODE: process.execPath,
  FUELGAUGE_CLI: script,
  CLAUDE_CONFIG_DIR: undefined,
  CODEX_HOME: undefined,
  NO_COLOR: undefined,
  TZ: 'UTC',
};

/** Runs the command line from its sources, without the agents' environment variables, so that `--home` decides. */
export function runSourceCli(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return run(process.execPath, [script, ...args], { env: environment, ...options });
}

/**
 * Runs a script of `bash` in which `fuelgauge` is the command line from its sources and `"$@"` are `args`. For what
 * only a shell can set up: pipes, redirections, mounts.
 */
export function runShell(text: string, args: readonly string[] = [], options: RunOptions = {}): Promise<RunResult> {
  const preamble = 'fuelgauge() { "$NODE" "$FUELGAUGE_CLI" "$@"; }\n';
  return run('bash', ['-c', preamble + text, 'bash', ...args], { env: environment, ...options });
}
