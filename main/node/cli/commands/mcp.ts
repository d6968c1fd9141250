import type { Command } from 'commander';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help } = messages.cli;

/** `fuelgauge mcp`: the same answers for agents, through the Model Context Protocol. */
export function addMcpCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.mcp;
  const command = program
    .command('mcp')
    .summary(summary)
    .description(help.description(summary, details))
    .option('--show-names', help.options.showNames);
  command.action(() => {
    const { home, dataFolder } = readOptions(command);
    const { showNames: showsNames = false } = command.opts<{ showNames?: boolean }>();
    return run(async (cliHost) => {
      const { serveMcp } = await cliHost.loadServer();
      const { checksAnswers } = cliHost;
      return serveMcp({ home, dataFolder, showsNames, checksAnswers }, toProgramIo(cliHost));
    });
  });
}
