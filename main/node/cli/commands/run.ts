import path from 'node:path';
import { Option, type Command } from 'commander';
import { findGrowth } from '../../../../shared/analytics/usage-growth.ts';
import { addDays, createCalendar } from '../../../../shared/domain/calendar-day.ts';
import type { ReportQuery, ReportRow } from '../../../../shared/domain/report.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { replaceFile } from '../../system/replace-file.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { parseFolderOption } from '../options/parse-values.ts';
import type { CliHost } from '../cli-host.ts';
import type { Page } from '../output/page.ts';
import { splitByFolder, toRunJson, toRunText } from '../run/run-report.ts';

const { help, run: words, failures } = messages.cli;

/** What `run` takes beyond the common options. */
interface RunOptions {
  readonly anywhere?: boolean;
  readonly output?: string;
}

/** Asks the host, which is opened and closed for it, for the rows of a query, after everything new has been read. */
export type ReadRows = (
  options: CliOptions,
  query: ReportQuery,
) => Promise<{ readonly rows: readonly ReportRow[]; readonly page: Page }>;

/** Declares `fuelgauge run -- COMMAND`: what one run cost. Its standard output stays that of the command. */
export function addRunCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: (program: (cliHost: CliHost, readRows: ReadRows) => Promise<number>) => Promise<void>,
): void {
  const { summary, details } = help.commands.run;
  const command = program
    .command('run')
    .argument('<command...>', help.run.command)
    .summary(summary)
    .description(help.description(summary, details))
    .option('--anywhere', help.run.anywhere)
    .option('--no-cost', help.options.noCost)
    .addOption(new Option('--output <file>', help.run.output).argParser(parseFolderOption));
  command.action((argv: readonly string[], own: RunOptions) => {
    const options = readOptions(command);
    return run((cliHost, readRows) => runAndReport(argv, options, own, cliHost, readRows));
  });
}

async function runAndReport(
  command: readonly string[],
  options: CliOptions,
  { anywhere = false, output }: RunOptions,
  { stderr }: CliHost,
  readRows: ReadRows,
): Promise<number> {
  // Usage of earlier days is the same before and after.
  const since = addDays(createCalendar(options.timeZone ?? 'UTC').dayOf(Date.now()), -2);
  const { timeZone, source } = options;
  const query = {
    by: 'session',
    alsoBy: 'project,model',
    split: 'none',
    since,
    until: null,
    timeZone,
    source,
  } as const;
  const before = await readRows(options, query);
  const { measureRun } = await import('../../run/measure-run.ts');
  const measures = await measureRun(command);
  const program = path.basename(command[0] ?? '');
  if (measures.startFailure !== null) {
    await stderr.write(failures.line(cleanText(words.notStarted(program, measures.startFailure))));
    return measures.exitCode;
  }
  const after = await readRows(options, query);
  const growth = findGrowth(before.rows, after.rows);
  const report = { program, measures, ...splitByFolder(growth, process.cwd(), anywhere) };
  const json = toSafeJson(toRunJson(report, options.hasCost));
  if (output !== undefined) await replaceFile(output, `${json}\n`, 'isPublic');
  if (options.format === 'json') {
    if (output === undefined) await stderr.write(`${json}\n`);
  } else {
    for (const line of toRunText(report, after.page, options.hasCost)) await stderr.write(`${cleanText(line)}\n`);
  }
  return measures.exitCode;
}
