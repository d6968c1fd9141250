import { Option, type Command } from 'commander';
import { costModes } from '../../../../shared/domain/price-choices.ts';
import { filterFields } from '../../../../shared/domain/profile-fields.ts';
import { reportKeys } from '../../../../shared/domain/report.ts';
import { messages } from '../messages.ts';
import { jsonSchemas } from '../output/json-schemas.ts';
import { sortOrders, type OptionGroup } from './cli-options.ts';
import {
  parseChoiceOption,
  parseColumnsOption,
  parseCountOption,
  parseDayOption,
  parseFolderOption,
  parseGlobOption,
  parseReportKeysOption,
  parseRepeatedOption,
  parseSourceOption,
  parseTokenLimitOption,
  parseZoneChoice,
} from './parse-values.ts';
import { sourceIds } from './source-ids.ts';

const { options: help } = messages.cli.help;

/** Declares the options that every command takes. */
export function declareCommonOptions(program: Command): void {
  program
    .option('--json', help.json)
    .addOption(choiceOption('--schema <version>', help.schema, jsonSchemas.map(String)).default('1'))
    .addOption(new Option('--since <day>', help.since).argParser(parseDayOption))
    .addOption(new Option('--until <day>', help.until).argParser(parseDayOption))
    .addOption(new Option('--timezone <zone>', help.timeZone).argParser(parseZoneChoice))
    .addOption(new Option('--source <id>', help.source(sourceIds)).argParser(parseSourceOption))
    .addOption(choiceOption('--cost-mode <mode>', help.costMode, costModes))
    .addOption(new Option('--home <folder>', help.home).argParser(parseFolderOption))
    .addOption(new Option('--data <folder>', help.data).argParser(parseFolderOption))
    .option('--no-defaults', help.noDefaults)
    .option('--no-pager', help.noPager)
    .option('--hyperlinks', help.hyperlinks);
}

/** Declares the options that a command takes beyond the common ones. */
export function declareOptions(command: Command, groups: readonly OptionGroup[]): void {
  for (const group of groups) declarations[group](command);
}

const declarations: Readonly<Record<OptionGroup, (command: Command) => void>> = {
  key: (command) =>
    command
      .addOption(new Option('--by <what>', help.by).choices(reportKeys).argParser(parseReportKeysOption).default('day'))
      .option('--instances', help.instances),
  filter(command) {
    for (const { report } of filterFields) {
      command.addOption(new Option(`--${report} <glob>`, help.filters[report]).argParser(parseGlobOption));
    }
    command.addOption(new Option('--exclude-project <glob>', help.excludeProject).argParser(parseGlobOption));
  },
  rows: (command) =>
    command
      .addOption(choiceOption('--order <order>', help.order, sortOrders))
      .addOption(new Option('--last <n>', help.last).argParser(parseCountOption)),
  ids: (command) => command.addOption(new Option('--id <start>', help.id).argParser(parseRepeatedOption)),
  blocks: (command) =>
    command
      .option('--active', help.active)
      .option('--recent', help.recent)
      .addOption(new Option('--token-limit <n>', help.tokenLimit).argParser(parseTokenLimitOption)),
  breakdown: (command) => command.option('--breakdown', help.breakdown),
  columns: (command) =>
    command
      .option('--no-cost', help.noCost)
      .option('--compact', help.compact)
      .addOption(new Option('--columns <names>', help.columns).argParser(parseColumnsOption)),
  tree: (command) => command.option('--tree', help.tree),
  ask: (command) => command.option('--ask', help.ask),
  formats: (command) =>
    command.option('--csv', help.csv).option('--markdown', help.markdown).option('--html', help.html),
};

function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(parseChoiceOption(choices));
}
