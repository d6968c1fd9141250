import { InvalidArgumentError, Option, type Command } from 'commander';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import type { CliHost } from '../cli-host.ts';
import { toProgramIo, type ProgramAction } from './program.ts';

const { help } = messages.cli;
const maxPort = 65_535;

/** `fuelgauge serve`: the same answers over HTTP, until it is stopped. */
export function addServeCommand(program: Command, readOptions: (command: Command) => CliOptions, run: ProgramAction) {
  const { summary, details } = help.commands.serve;
  const command = program
    .command('serve')
    .summary(summary)
    .description(help.description(summary, details))
    .addOption(new Option('--host <address>', help.options.host).argParser(parseHostOption))
    .addOption(new Option('--port <port>', help.options.port).argParser(parsePortOption));
  command.action(() => {
    const { home, dataFolder, timeZone, format } = readOptions(command);
    const { host, port } = command.opts<{ host?: string; port?: number }>();
    return run(async (cliHost: CliHost) => {
      const { serve } = await cliHost.loadServer();
      const request = { home, dataFolder, timeZone, host: host ?? null, port: port ?? null };
      const { checksAnswers } = cliHost;
      return serve({ ...request, isJson: format === 'json', checksAnswers }, toProgramIo(cliHost));
    });
  });
}

function parsePortOption(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > maxPort) throw new InvalidArgumentError(help.wrongUsage.port);
  return port;
}

function parseHostOption(text: string): string {
  if (text.trim() === '') throw new InvalidArgumentError(help.wrongUsage.host);
  return text.trim();
}
