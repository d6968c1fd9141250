import type { Command } from 'commander';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { ConfigReport, ProgramOutcome } from '../../host/serving/server-programs.ts';
import type { CliHost } from '../cli-host.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toTablePage, wrapText, type TablePage } from '../output/page.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { formatTable } from '../output/table.ts';
import { addConfigFileCommands } from './config-file.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';
import { declareServeOptions, readServeOptions } from '../options/serve-options.ts';

const { cli, config: texts } = messages;
const { help } = cli;

/** `fuelgauge config`: what differs from the defaults; `check` prints every setting, where it comes from, and what is wrong; `export` and `import` move them. */
export function addConfigCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.config;
  const config = program.command('config').summary(summary).description(help.description(summary, details));
  config.action(() => {
    const { home, dataFolder, timeZone, format, hasLinks } = readOptions(config);
    return run(async (cliHost) => {
      const { checkConfig } = await cliHost.loadServer();
      const report = await checkConfig({ home, dataFolder, timeZone, host: null, port: null }, cliHost.variables);
      const rows = report.rows.filter(({ origin }) => origin !== 'default');
      const page = toTablePage(cliHost, hasLinks);
      const lines = (): Iterable<string> => formatChanges(page, rows);
      return print({ ...report, rows }, format === 'json', cliHost, lines);
    });
  });
  const command = config.command('check').summary(help.config.check).description(help.config.check);
  declareServeOptions(command);
  addConfigFileCommands(config, readOptions, run);
  command.action(() => {
    const { home, dataFolder, timeZone, format } = readOptions(command);
    const request = { home, dataFolder, timeZone, ...readServeOptions(command) };
    return run(async (cliHost) => {
      const { checkConfig } = await cliHost.loadServer();
      const report = await checkConfig(request, cliHost.variables);
      return print(report, format === 'json', cliHost, () => formatAll(report.rows));
    });
  });
}

type Rows = ConfigReport['rows'];

async function print(
  { file, rows, problems }: ConfigReport,
  isJson: boolean,
  cliHost: CliHost,
  toLines: () => Iterable<string>,
): Promise<ProgramOutcome> {
  const io = toProgramIo(cliHost);
  const page = toTablePage(cliHost, false);
  const isValid = problems.every(({ severity }) => severity !== 'error');
  if (isJson) {
    await io.print(toSafeJson({ schema: 'fuelgauge.config.v1', file, isValid, settings: rows, problems }));
    return isValid ? 0 : 1;
  }
  await io.print(texts.file(cleanText(file)));
  for (const line of toLines()) await io.print(line);
  for (const { severity, message } of problems) {
    const text = `${texts.severities[severity]}: ${cleanText(message)}`;
    await io.print(page.isTerminal ? wrapText(page, text) : text);
  }
  if (problems.length === 0) await io.print(texts.fine);
  return isValid ? 0 : 1;
}

function* formatAll(rows: Rows): Generator<string> {
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const row of rows) yield `${row.name.padEnd(width)}  ${cleanText(toShown(row))}  [${toOrigin(row)}]`;
}

/** A table that fits the page; whole values are left to `check`. */
function* formatChanges(page: TablePage, rows: Rows): Generator<string> {
  if (rows.length === 0) return yield wrapText(page, texts.unchanged);
  const { setting, value, from } = texts.heads;
  yield* formatTable(page, [{ head: setting }, { head: value, minWidth: 8 }, { head: from, minWidth: 8 }], {
    rows: rows.map((row) => [row.name, toShown(row), toOrigin(row)]),
  });
  yield wrapText(page, texts.allByCheck);
}

function toShown({ value }: Rows[number]): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function toOrigin({ origin, from }: Rows[number]): string {
  return [texts.origins[origin], ...(from === null ? [] : [from])].join(' ');
}
