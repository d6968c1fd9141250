import type { Command } from 'commander';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import type { ConfigReport, ProgramIo, ProgramOutcome } from '../../server-programs.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toSafeJson } from '../output/safe-json.ts';
import { addConfigFileCommands } from './config-file.ts';
import { toProgramIo, type ProgramAction } from './program.ts';
import { declareServeOptions, readServeOptions } from './serve-options.ts';

const { cli, config: texts } = messages;
const { help } = cli;

/** `fuelgauge config`: `check` prints every setting, where it comes from, and what is wrong; `export` and `import` move them. */
export function addConfigCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.config;
  const config = program.command('config').summary(summary).description(help.description(summary, details));
  const command = config.command('check').summary(help.config.check).description(help.config.check);
  declareServeOptions(command);
  addConfigFileCommands(config, readOptions, run);
  command.action(() => {
    const { home, dataFolder, timeZone, format } = readOptions(command);
    const request = { home, dataFolder, timeZone, ...readServeOptions(command) };
    return run(async (cliHost) => {
      const { checkConfig } = await cliHost.loadServer();
      const report = await checkConfig(request, cliHost.variables);
      return print(report, format === 'json', toProgramIo(cliHost));
    });
  });
}

async function print({ file, rows, problems }: ConfigReport, isJson: boolean, io: ProgramIo): Promise<ProgramOutcome> {
  const isValid = problems.every(({ severity }) => severity !== 'error');
  if (isJson) {
    await io.print(toSafeJson({ schema: 'fuelgauge.config.v1', file, isValid, settings: rows, problems }));
    return isValid ? 0 : 1;
  }
  await io.print(texts.file(cleanText(file)));
  const width = Math.max(...rows.map(({ name }) => name.length));
  for (const { name, value, origin, from } of rows) {
    const shown = typeof value === 'string' ? value : JSON.stringify(value);
    const whence = [texts.origins[origin], ...(from === null ? [] : [from])].join(' ');
    await io.print(`${name.padEnd(width)}  ${cleanText(shown)}  [${whence}]`);
  }
  for (const { severity, message } of problems) await io.print(`${texts.severities[severity]}: ${cleanText(message)}`);
  if (problems.length === 0) await io.print(texts.fine);
  return isValid ? 0 : 1;
}
