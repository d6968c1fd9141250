import { CommanderError } from 'commander';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { EngineFailure, type Engine } from '../engine/engine-api.ts';
import type { CliHost, CliStream } from './cli-host.ts';
import type { CliOptions } from './cli-options.ts';
import type { CliCommand } from './commands/command.ts';
import { createProgram } from './create-program.ts';
import { messages } from './messages.ts';
import { formatJson } from './output/json-lines.ts';
import { defaultPageWidth, type Page } from './output/page.ts';
import { showScanProgress } from './output/scan-progress.ts';
import { writeLines } from './output/write-lines.ts';
import { OutputError } from './streams/output-error.ts';
import { runWatch } from './watch/run-watch.ts';

const { failures } = messages.cli;

/** Exit codes: success, failure, wrong usage. */
export type ExitCode = 0 | 1 | 2;

/** Runs the command line; `args` exclude the names of Node and the script. Never rejects. */
export async function runCli(args: readonly string[], host: CliHost): Promise<ExitCode> {
  try {
    return await parseAndRun(args, host);
  } catch (error) {
    // The reader has what it wants: `… | head` is not a failure, and `set -o pipefail` must not make it one.
    if (error instanceof OutputError && error.reason === 'closed') return 0;
    await complain(host, toSentence(error));
    return 1;
  }
}

async function parseAndRun(args: readonly string[], host: CliHost): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  // Commander does not wait for what it writes.
  const written: { readonly stream: CliStream; readonly text: string }[] = [];
  const program = createProgram(host, {
    answer: async (command, options) => {
      exitCode = await withEngine(host, options, (engine) => answer(engine, host, command, options));
    },
    watch: async (options) => {
      exitCode = await withEngine(host, options, async (engine) => {
        await runWatch(engine, host, options, () => createPage(engine, host, options));
        return 0;
      });
    },
    write: (stream, text) => void written.push({ stream, text }),
  });
  try {
    await program.parseAsync([...args], { from: 'user' });
  } catch (error) {
    // Help and version end like this, too.
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? 0 : 2;
  }
  for (const { stream, text } of written) await stream.write(text);
  return exitCode;
}

async function withEngine(
  host: CliHost,
  options: CliOptions,
  use: (engine: Engine) => Promise<ExitCode>,
): Promise<ExitCode> {
  const opened = await host.openEngine(options);
  if (!opened.ok) throw new EngineFailure(opened.error, null);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.stop();
  }
}

async function answer(engine: Engine, host: CliHost, command: CliCommand, options: CliOptions): Promise<ExitCode> {
  if (command.needsLogs) await readLogs(engine, host);
  const page = createPage(engine, host, options);
  const result = await command.run({ engine, options, timeZone: page.timeZone, nowMs: page.nowMs });
  await writeLines(host.stdout, options.isJson ? formatJson(result.json()) : result.text(page));
  const { scan, health } = engine.snapshot().sections;
  if (command.needsLogs) {
    for (const problem of health.problems) await complain(host, describeProblem(problem, messages));
  }
  return scan.phase === 'failed' ? 1 : 0;
}

async function readLogs(engine: Engine, host: CliHost): Promise<void> {
  const endProgress = showScanProgress(engine, host.stderr);
  try {
    await engine.start('once');
  } finally {
    endProgress();
  }
}

function createPage(engine: Engine, host: CliHost, options: CliOptions): Page {
  const { isTerminal, columns } = host.stdout;
  const { timeZone, currency, costMode } = engine.snapshot().sections.usage;
  // https://no-color.org: any value but an empty one.
  const noColor = (host.variables['NO_COLOR'] ?? '') !== '' || host.variables['TERM'] === 'dumb';
  return {
    width: isTerminal && columns !== undefined && columns > 0 ? columns : defaultPageWidth,
    hasColor: isTerminal && !noColor,
    timeZone: options.timeZone ?? timeZone,
    nowMs: host.clock.nowMs(),
    currency,
    costMode,
  };
}

async function complain(host: CliHost, sentence: string): Promise<void> {
  await host.stderr.write(failures.line(cleanText(sentence)));
}

function toSentence(error: unknown): string {
  if (error instanceof EngineFailure) return describeProblem(error.problem, messages);
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof OutputError)) return failures.unexpected(detail);
  return error.isDiskFull ? failures.outputDiskFull : failures.outputFailed(detail);
}
