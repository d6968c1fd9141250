import { InvalidArgumentError, Option, type Command } from 'commander';
import { sources } from '../../../../shared/sources/registry.ts';
import type { Source } from '../../../../shared/sources/source.ts';
import { messages } from '../messages.ts';
import type { CliCommand } from '../command.ts';
import { sortOrders, type CliOptions } from '../options/cli-options.ts';
import {
  parseChoiceOption,
  parseCountOption,
  parseDayOption,
  parseZoneOption,
  parseTokenLimitOption,
} from '../options/parse-values.ts';
import { toCcusageOptions, type CcusageReport } from './ccusage-options.ts';
import { createCcusageCommand } from './create-ccusage-command.ts';
import { ccusagePeriods, weekDays } from './periods.ts';

const { ccusage: words, options: ourWords } = messages.cli.help;
const reports: readonly CcusageReport[] = [...ccusagePeriods, 'session', 'blocks'];
const modes = ['auto', 'calculate', 'display'] as const;

/** Declares `ccusage` with the commands and options that ccusage 20 has, of all agents and of one: `ccusage codex daily`. */
export function declareCcusage(
  program: Command,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const { summary, details } = messages.cli.help.commands.ccusage;
  const group = program
    .command('ccusage')
    .summary(summary)
    .description(messages.cli.help.description(summary, details));
  for (const report of reports) declareReport(group, report, report === 'blocks' ? blockSource : null, answer);
  // Drawing a line never gets here: see `main/cli.ts`.
  group.command('statusline').description(words.statusline).allowUnknownOption();
  for (const agent of sources) {
    if (agent.ccusage === undefined) continue;
    const own = group.command(agent.ccusage.name).description(words.agent(agent.label));
    for (const report of reports) {
      if (report !== 'blocks' || agent.ccusage.hasBlocks === true) declareReport(own, report, agent, answer);
    }
  }
}

/** Whose blocks ccusage shows. */
const blockSource: Source | null = sources.find(({ ccusage }) => ccusage?.hasBlocks === true) ?? null;

function declareReport(
  parent: Command,
  report: CcusageReport,
  agent: Source | null,
  answer: (command: CliCommand, options: CliOptions) => Promise<void>,
): void {
  const command = parent.command(report, { isDefault: report === 'daily' }).description(words.reports[report]);
  declareCommonOptions(command);
  declareOwnOptions(command, report);
  command.action(() => {
    const parsed = toCcusageOptions(report, agent, command.optsWithGlobals());
    return typeof parsed === 'string'
      ? command.error(parsed)
      : answer(createCcusageCommand(parsed.ccusage), parsed.options);
  });
}

function declareCommonOptions(command: Command): void {
  command
    .option('-j, --json', ourWords.json)
    .addOption(new Option('-s, --since <day>', ourWords.since).argParser(parseDayOption))
    .addOption(new Option('-u, --until <day>', ourWords.until).argParser(parseDayOption))
    .addOption(new Option('-z, --timezone <zone>', ourWords.timeZone).argParser(parseZoneOption))
    .addOption(choiceOption('-m, --mode <mode>', ourWords.costMode, modes))
    .addOption(choiceOption('-o, --order <order>', ourWords.order, sortOrders))
    .option('-b, --breakdown', ourWords.breakdown)
    .option('--compact', ourWords.compact)
    .option('--no-cost', ourWords.noCost);
  for (const flags of ignoredFlags) command.addOption(new Option(flags, words.ignored).hideHelp());
}

/** Flags that only matter to ccusage itself. */
const ignoredFlags = [
  '-O, --offline',
  '--no-offline',
  '--all',
  '-d, --debug',
  '--debug-samples <n>',
  '--single-thread',
  '--color',
  '--no-color',
  '--config <file>',
  '--speed <speed>',
];

function declareOwnOptions(command: Command, report: CcusageReport): void {
  if (report === 'blocks') return declareBlockOptions(command);
  command.option('--by-agent', words.byAgent);
  command.addOption(new Option('--sections <names>', words.sections).argParser(parseSections));
  if (report === 'session') {
    command.option('-i, --id <id>', words.id);
    return;
  }
  command
    .addOption(new Option('--last <n>', ourWords.last).argParser(parseCountOption))
    .option('-i, --instances', words.instances)
    .option('-p, --project <name>', words.project)
    .addOption(new Option('--project-aliases <pairs>', words.projectAliases).argParser(parseAliases));
  if (report === 'weekly') command.addOption(choiceOption('-w, --start-of-week <day>', words.startOfWeek, weekDays));
}

function declareBlockOptions(command: Command): void {
  command
    .option('-a, --active', words.active)
    .option('-r, --recent', words.recent)
    .addOption(new Option('-t, --token-limit <tokens>', words.tokenLimit).argParser(parseTokenLimitOption))
    .addOption(new Option('-n, --session-length <hours>', words.sessionLength).argParser(parseSessionLength));
}

function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(parseChoiceOption(choices));
}

function parseSections(text: string): readonly string[] {
  return text.split(',').map((name) => parseChoiceOption(reports.filter((report) => report !== 'blocks'))(name.trim()));
}

/** `shop=Web shop,api=Backend`. */
function parseAliases(text: string): ReadonlyMap<string, string> {
  const pairs = text.split(',').map((pair) => pair.split('=').map((part) => part.trim()));
  const aliases = pairs.flatMap(([name = '', alias = '']) => (name && alias ? [[name, alias] as const] : []));
  if (aliases.length < pairs.length) throw new InvalidArgumentError(words.wrongAliases);
  return new Map(aliases);
}

function parseSessionLength(text: string): number {
  if (Number(text) !== 5) throw new InvalidArgumentError(words.wrongSessionLength);
  return 5;
}
