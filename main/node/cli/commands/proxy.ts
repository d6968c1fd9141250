import { InvalidArgumentError, Option, type Command } from 'commander';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toProgramIo, type ProgramAction } from '../program.ts';

const { help } = messages.cli;
const maxDays = 366;

/** `fuelgauge proxy pull|key`: asks a proxy for its usage, and keeps the key for that. */
export function addProxyCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.proxy;
  const proxy = program.command('proxy').summary(summary).description(help.description(summary, details));
  const pull = proxy
    .command('pull')
    .description(help.proxy.pull)
    .addOption(new Option('--address <url>', help.proxy.address))
    .addOption(new Option('--days <n>', help.proxy.days).default(2).argParser(parseDays))
    .option('--counted', help.proxy.counted);
  pull.action(() => {
    const { home, dataFolder, format } = readOptions(pull);
    const {
      address = null,
      days,
      counted = false,
    } = pull.opts<{ address?: string; days: number; counted?: boolean }>();
    return run(async (cliHost) => {
      const { pullProxy } = await cliHost.loadServer();
      const isJson = format === 'json';
      return pullProxy({ home, dataFolder, address, days, isCounted: counted, isJson }, toProgramIo(cliHost));
    });
  });
  const key = proxy.command('key').description(help.proxy.key);
  key.action(() => {
    const { home, dataFolder } = readOptions(key);
    return run(async (cliHost) => {
      const text = await cliHost.ask(messages.server.proxy.askKey);
      const io = toProgramIo(cliHost);
      if (text === null) {
        await io.complain(messages.server.proxy.noTerminalForKey);
        return 1;
      }
      return (await cliHost.loadServer()).keepProxyKey({ home, dataFolder, key: text }, io);
    });
  });
}

function parseDays(text: string): number {
  const days = Number(text);
  if (!/^\d+$/.test(text) || days < 1 || days > maxDays) throw new InvalidArgumentError(help.proxy.wrongDays);
  return days;
}
