import { InvalidArgumentError, Option, type Command } from 'commander';
import { isTimeZone, parseDay, type DayKey } from '../../../shared/domain/calendar-day.ts';
import { costModes, type CostMode } from '../../../shared/domain/price-choices.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { ReportKey } from '../../../shared/domain/report.ts';
import type { SpanQuery } from '../../../shared/domain/span-query.ts';
import { jsonSchemas, type JsonSchema } from './output/json-schemas.ts';
import { findSource, sources } from '../../../shared/sources/registry.ts';
import { messages } from './messages.ts';

const { help } = messages.cli;
const sourceIds = sources.map(({ id }) => id);

/** Valid options of a call; null where an option was not given. */
export interface CliOptions extends SpanQuery {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly isJson: boolean;
  /** Version of the JSON output. */
  readonly schema: JsonSchema;
  readonly costMode: CostMode | null;
  /** For `report` only. */
  readonly by: ReportKey;
}

/** The span of usage that the options are about. */
export function toSpanQuery({ since, until, timeZone, source }: CliOptions): SpanQuery {
  return { since, until, timeZone, source };
}

/** Declares the options that every command takes. */
export function addCommonOptions(program: Command): void {
  program
    .option('--json', help.options.json)
    .addOption(new Option('--schema <version>', help.options.schema).choices(jsonSchemas.map(String)).default('1'))
    .addOption(new Option('--since <day>', help.options.since).argParser(parseDayOption))
    .addOption(new Option('--until <day>', help.options.until).argParser(parseDayOption))
    .addOption(new Option('--timezone <zone>', help.options.timeZone).argParser(parseZoneOption))
    .addOption(new Option('--source <id>', help.options.source(sourceIds)).argParser(parseSourceOption))
    .addOption(new Option('--cost-mode <mode>', help.options.costMode).choices(costModes))
    .addOption(new Option('--home <folder>', help.options.home).argParser(parseFolderOption))
    .addOption(new Option('--data <folder>', help.options.data).argParser(parseFolderOption));
}

/** Reads what Commander parsed. Returns a sentence when the options contradict each other. */
export function toCliOptions(values: Readonly<Record<string, unknown>>): CliOptions | string {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  const options = {
    home: text('home'),
    dataFolder: text('data'),
    isJson: values['json'] === true,
    schema: values['schema'] === '2' ? 2 : 1,
    since: text('since'),
    until: text('until'),
    timeZone: text('timezone'),
    source: text('source'),
    costMode: text('costMode') as CostMode | null,
    by: (text('by') ?? 'day') as ReportKey,
  } satisfies CliOptions;
  if (options.since !== null && options.until !== null && options.since > options.until) {
    return help.wrongUsage.order(options.since, options.until);
  }
  return options;
}

function parseDayOption(text: string): DayKey {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError(help.wrongUsage.day);
  return day;
}

function parseZoneOption(text: string): string {
  if (!isTimeZone(text)) {
    throw new InvalidArgumentError(help.wrongUsage.timeZone);
  }
  return text;
}

/** An unset variable in a script must not stand for the current folder. */
function parseFolderOption(text: string): string {
  if (text === '') throw new InvalidArgumentError(help.wrongUsage.folder);
  return text;
}

function parseSourceOption(text: string): SourceId {
  if (findSource(text) === null) {
    throw new InvalidArgumentError(help.wrongUsage.source(sourceIds));
  }
  return text;
}
