import { homedir } from 'node:os';
import path from 'node:path';
import { Option, type Command } from 'commander';
import type { CliCommand } from '../command.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import {
  parseChoiceOption,
  parseFolderOption,
  parseHourOption,
  parseRangeOption,
  parseZoneChoice,
} from '../options/parse-values.ts';
import type { WatchChoices } from '../watch/watch-choices.ts';
import { createMonitorCommand } from './monitor-command.ts';
import { monitorPlans, toMonitorOptions } from './monitor-options.ts';

const { help } = messages.cli;
const { monitor: about, watch } = help;
const views = ['realtime', 'daily', 'monthly', 'session'];
const themes = ['light', 'dark', 'classic', 'auto'];
const timeFormats = ['12h', '24h', 'auto'];
const outputs = ['text', 'json'];
/** Flags that only matter to claude-monitor itself. */
const ignoredFlags = ['--log-level <level>', '--log-file <file>', '--debug', '--clear'];

/** Where other programs look for what `--write-state` writes. */
const usualStateFile = path.join(homedir(), '.claude-monitor', 'state', 'latest.json');

/** Declares `fuelgauge claude-monitor`, with the options of that program; what it shows is `watch`. */
export function declareMonitor(
  program: Command,
  show: (options: CliOptions, choices: WatchChoices) => Promise<void>,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const { summary, details } = help.commands['claude-monitor'];
  const command = program.command('claude-monitor').summary(summary).description(help.description(summary, details));
  command
    .addOption(choice('--plan <plan>', about.plan, monitorPlans))
    .addOption(new Option('--custom-limit-tokens <n>', about.customLimit).argParser(parseRangeOption(1, 1e12)))
    .addOption(choice('--view <name>', watch.view, views))
    .addOption(new Option('--timezone <zone>', about.timeZone).argParser(parseZoneChoice))
    .addOption(choice('--time-format <format>', about.timeFormat, timeFormats))
    .addOption(choice('--theme <name>', watch.theme, themes))
    .addOption(new Option('--refresh-rate <seconds>', watch.refreshRate).argParser(parseRangeOption(1, 60)))
    .addOption(new Option('--refresh-per-second <n>', watch.refreshPerSecond).argParser(parseRangeOption(0.1, 20)))
    .addOption(new Option('--reset-hour <hour>', about.resetHour).argParser(parseHourOption))
    .option('--once', watch.once)
    .addOption(choice('--output <format>', about.output, outputs))
    .option('--compact', about.compact)
    .addOption(new Option('--write-state [file]', about.writeState).argParser(parseFolderOption).preset(usualStateFile))
    .addOption(new Option('--state-file <file>', about.stateFile).argParser(parseFolderOption));
  for (const flags of ignoredFlags) command.addOption(new Option(flags, help.ccusage.ignored).hideHelp());
  command.action(() => {
    const parsed = toMonitorOptions(command.optsWithGlobals());
    if (typeof parsed === 'string') return command.error(parsed);
    const { options, choices, isLine, planName } = parsed;
    const isObject = choices.isOnce && options.format === 'json';
    if (options.source === null || !(isLine || isObject)) return show(options, choices);
    return answer(createMonitorCommand(options.source, planName), options);
  });
}

function choice(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(parseChoiceOption(choices));
}
