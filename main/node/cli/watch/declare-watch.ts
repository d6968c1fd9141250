import { Option, type Command } from 'commander';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseChoiceOption, parseFolderOption, parseRangeOption } from '../options/parse-values.ts';
import { themeNames } from '../theme/themes.ts';
import { defaultWatchChoices, watchViews, type WatchChoices } from './watch-choices.ts';

const { help } = messages.cli;

/** Declares `fuelgauge watch`. */
export function declareWatch(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  watch: (options: CliOptions, choices: WatchChoices) => Promise<void>,
): void {
  const { summary, details } = help.commands.watch;
  const { view, theme, refreshSeconds, drawingsPerSecond } = defaultWatchChoices;
  const command = program.command('watch').summary(summary).description(help.description(summary, details));
  command
    .addOption(choice('--view <name>', help.watch.view, watchViews).default(view))
    .addOption(choice('--theme <name>', help.watch.theme, themeNames).default(theme))
    .addOption(
      new Option('--refresh-rate <seconds>', help.watch.refreshRate)
        .argParser(parseRangeOption(1, 60))
        .default(refreshSeconds),
    )
    .addOption(
      new Option('--refresh-per-second <n>', help.watch.refreshPerSecond)
        .argParser(parseRangeOption(0.1, 20))
        .default(drawingsPerSecond),
    )
    .option('--set-terminal-title', help.watch.title)
    .option('--once', help.watch.once)
    .option('--no-cost', help.options.noCost)
    .addOption(new Option('--write-state <file>', help.options.writeState).argParser(parseFolderOption));
  command.action(() => watch(readOptions(command), toWatchChoices(command.opts())));
}

/** The choices among what Commander parsed. */
export function toWatchChoices(values: Readonly<Record<string, unknown>>): WatchChoices {
  return {
    view: (values['view'] as WatchChoices['view'] | undefined) ?? defaultWatchChoices.view,
    theme: (values['theme'] as WatchChoices['theme'] | undefined) ?? defaultWatchChoices.theme,
    refreshSeconds: Number(values['refreshRate'] ?? defaultWatchChoices.refreshSeconds),
    drawingsPerSecond: Number(values['refreshPerSecond'] ?? defaultWatchChoices.drawingsPerSecond),
    hasTitle: values['setTerminalTitle'] === true,
    isOnce: values['once'] === true,
  };
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(parseChoiceOption(choices));
}
