import type { Command } from 'commander';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';
import { declareServeOptions, readServeOptions } from '../options/serve-options.ts';

const { help } = messages.cli;

/** `fuelgauge serve`: the same answers over HTTP, until it is stopped. */
export function addServeCommand(program: Command, readOptions: (command: Command) => CliOptions, run: ProgramAction) {
  const { summary, details } = help.commands.serve;
  const command = program.command('serve').summary(summary).description(help.description(summary, details));
  declareServeOptions(command);
  command.action(() => {
    const { home, dataFolder, timeZone, format } = readOptions(command);
    const { host, port } = readServeOptions(command);
    return run(async (cliHost: CliHost) => {
      const { serve } = await cliHost.loadServer();
      const request = { home, dataFolder, timeZone, host, port };
      const { checksAnswers } = cliHost;
      return serve({ ...request, isJson: format === 'json', checksAnswers }, toProgramIo(cliHost));
    });
  });
}
