import type { Command } from 'commander';
import type { CliCommand } from '../command.ts';
import type { ProgramAction } from '../program.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { declareOptions } from '../options/declare-options.ts';
import { createExplainPriceCommand, listPricesCommand } from './list-prices-command.ts';

const { help } = messages.cli;
const { prices: words } = help;

/** Declares `prices list`, `prices explain`, `prices update` and `prices reset`. */
export function declarePrices(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.prices;
  const group = program.command('prices').summary(summary).description(help.description(summary, details));
  const list = group.command('list', { isDefault: true }).description(words.list);
  declareOptions(list, listPricesCommand.options);
  list.action(() => answer(listPricesCommand, readOptions(list)));
  const explain = group.command('explain').argument('<model>', words.model).description(words.explain);
  explain.action((model: string) => answer(createExplainPriceCommand(model), readOptions(explain)));
  const update = group.command('update').option('--from <place>', words.from).description(words.update);
  update.action(({ from }: { readonly from?: string }) => {
    const options = readOptions(update);
    return run(async (cliHost) => (await loadChanges()).runPriceUpdate(cliHost, options, from ?? null));
  });
  const reset = group.command('reset').description(words.reset);
  reset.action(() => {
    const options = readOptions(reset);
    return run(async (cliHost) => (await loadChanges()).runPriceReset(cliHost, options));
  });
}

/** Loaded only when needed: no other command uses the network. */
async function loadChanges() {
  return import('./change-prices.ts');
}
