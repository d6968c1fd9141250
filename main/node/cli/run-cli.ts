import { CommanderError } from 'commander';
import { createCalendar } from '../../../shared/domain/calendar-day.ts';
import { CallError } from '../../../shared/domain/call-failure.ts';
import { describeProblem } from '../../../shared/messages/describe-problem.ts';
import { cleanText } from '../../../shared/lib/clean-text.ts';
import { silentLogger } from '../../../shared/ports/logger.ts';
import type { ReportQuery } from '../../../shared/domain/report.ts';
import type { Host } from '../host/host.ts';
import { createLocalClient } from '../host/clients/local-client.ts';
import { ProblemError } from '../../../shared/domain/problem-error.ts';
import type { CliHost, CliStream, HostRequest } from './cli-host.ts';
import type { CliOptions } from './options/cli-options.ts';
import { CommandFailure, WrongValue } from './command-failure.ts';
import type { CliCommand } from './command.ts';
import type { ReadRows } from './commands/run.ts';
import { createProgram } from './create-program.ts';
import { messages } from './messages.ts';
import { toAnswerLines, toReadable } from './output/answer-lines.ts';
import { toTablePage, type Page } from './output/page.ts';
import { showScanProgress } from './output/scan-progress.ts';
import { writeLines } from './output/write-lines.ts';
import { writePaged } from './output/write-paged.ts';
import { OutputError } from './streams/output-error.ts';
import { runTop } from './top/run-top.ts';
import { runWatch } from './watch/run-watch.ts';

const { failures } = messages.cli;

/** Exit codes: 0 success, 1 failure, 2 wrong usage, those of answers (`AnswerCode`), and of a command that `run` ran. */
export type ExitCode = number;

/** Runs the command line; `args` exclude the names of Node and the script. Never rejects. */
export async function runCli(args: readonly string[], cliHost: CliHost): Promise<ExitCode> {
  try {
    return await parseAndRun(args, cliHost);
  } catch (error) {
    // The reader has what it wants: `… | head` is not a failure, and `set -o pipefail` must not make it one.
    if (error instanceof OutputError && error.reason === 'closed') return 0;
    if (isUnexpected(error)) await cliHost.keepCrash(args, error);
    await complain(cliHost, toSentence(error, cliHost.clock.nowMs()));
    return error instanceof WrongValue ? 2 : 1;
  }
}

async function parseAndRun(args: readonly string[], cliHost: CliHost): Promise<ExitCode> {
  let exitCode: ExitCode = 0;
  // Commander does not wait for what it writes.
  const written: { readonly stream: CliStream; readonly text: string }[] = [];
  const program = createProgram(cliHost, {
    answer: async (command, options) => {
      const { changesSettings } = command;
      const request = { ...options, ...(changesSettings && { changesSettings }) };
      const reply = await withHost(cliHost, request, (host) => ask(host, cliHost, command, options));
      exitCode = await writeReply(reply, cliHost, command, options);
    },
    watch: async (options, choices) => {
      exitCode = await withHost(cliHost, options, async (host) => {
        await runWatch(host, cliHost, options, choices, () => createPage(host, cliHost, options));
        return 0;
      });
    },
    top: async (options) => {
      exitCode = await withHost(cliHost, options, async (host) => {
        await runTop(host, cliHost, options, () => createPage(host, cliHost, options));
        return 0;
      });
    },
    run: async (program) => {
      exitCode = await program(cliHost);
    },
    runBetween: async (program) => {
      exitCode = await program(cliHost, (options, query) => readRows(cliHost, options, query));
    },
    args,
    write: (stream, text) => void written.push({ stream, text }),
  });
  try {
    // In a container, the arguments after the image's name replace the default command.
    const words = args[0] === '--web-mode' ? ['serve', ...args] : [...args];
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    // Help and version end like this, too.
    if (!(error instanceof CommanderError)) throw error;
    exitCode = error.exitCode === 0 ? 0 : 2;
  }
  for (const { stream, text } of written) await stream.write(text);
  return exitCode;
}

/** The rows of a report after everything new has been read. */
function readRows(cliHost: CliHost, options: CliOptions, query: ReportQuery): ReturnType<ReadRows> {
  return withHost(cliHost, options, async (host) => {
    await readLogs(host, cliHost);
    const client = createLocalClient({ host, logger: silentLogger, checksAnswers: cliHost.checksAnswers });
    const { rows } = await client.call('report', query);
    return { rows, page: createPage(host, cliHost, options) };
  });
}

/** Opens a host for as long as it is used. */
async function withHost<Outcome>(
  cliHost: CliHost,
  options: HostRequest,
  use: (host: Host) => Promise<Outcome>,
): Promise<Outcome> {
  const opened = await cliHost.openHost(options);
  if (!opened.ok) throw new ProblemError(opened.error, null);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.stop();
  }
}

/** An answer that no longer needs its host. */
interface Reply {
  readonly toLines: () => Iterable<string>;
  readonly problems: readonly string[];
  readonly exitCode: ExitCode;
}

async function ask(host: Host, cliHost: CliHost, command: CliCommand, options: CliOptions): Promise<Reply> {
  if (command.needsLogs) await readLogs(host, cliHost);
  const page = createPage(host, cliHost, options);
  const { sources, usage } = host.view.current().sections;
  const calendar = createCalendar(page.timeZone, usage.calendar);
  const client = createLocalClient({ host, logger: silentLogger, checksAnswers: cliHost.checksAnswers });
  const result = await command.ask(client, { options, timeZone: page.timeZone, calendar, nowMs: page.nowMs, sources });
  const { scan, health } = host.view.current().sections;
  return {
    toLines: () => toReadable(toAnswerLines(result, command.name, page, options), cliHost.variables, options),
    problems: health.problems.map((problem) => describeProblem(problem, messages, page.nowMs)),
    exitCode: scan.phase === 'failed' ? 1 : (result.exitCode ?? 0),
  };
}

/** Writes an answer once its host is closed, so that a slow reader or a pager keeps no ledger open. */
async function writeReply(
  { toLines, problems, exitCode }: Reply,
  cliHost: CliHost,
  { name }: CliCommand,
  { format, usesPager }: CliOptions,
): Promise<ExitCode> {
  // What `call` prints is JSON in any form.
  const isForPerson = cliHost.stdout.isTerminal && format === 'text' && name !== 'call';
  await (isForPerson && usesPager ? writePaged(cliHost, toLines) : writeLines(cliHost.stdout, toLines()));
  for (const problem of problems) await complain(cliHost, problem);
  return exitCode;
}

async function readLogs(host: Host, cliHost: CliHost): Promise<void> {
  const endProgress = showScanProgress(host, cliHost.stderr);
  try {
    await host.start('once');
  } finally {
    endProgress();
  }
}

function createPage(host: Host, cliHost: CliHost, options: CliOptions): Page {
  const { timeZone, calendar, currency, costMode } = host.view.current().sections.usage;
  return {
    ...toTablePage(cliHost, options.hasLinks),
    timeZone: options.timeZone ?? timeZone,
    clock: options.clock ?? calendar.clock,
    nowMs: cliHost.clock.nowMs(),
    currency,
    costMode,
  };
}

async function complain(cliHost: CliHost, sentence: string): Promise<void> {
  await cliHost.stderr.write(failures.line(cleanText(sentence)));
}

/** Whether an error is probably a bug of ours. */
function isUnexpected(error: unknown): boolean {
  return ![ProblemError, CommandFailure, CallError, OutputError].some((expected) => error instanceof expected);
}

function toSentence(error: unknown, nowMs: number): string {
  if (error instanceof ProblemError) return describeProblem(error.problem, messages, nowMs);
  if (error instanceof CommandFailure) return error.message;
  if (error instanceof CallError) return messages.failures.call(error.failure);
  const detail = error instanceof Error ? error.message : String(error);
  if (!(error instanceof OutputError)) return failures.unexpected(detail);
  return error.isDiskFull ? failures.outputDiskFull : failures.outputFailed(detail);
}
