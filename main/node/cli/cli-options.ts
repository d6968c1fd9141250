import { InvalidArgumentError, Option, type Command } from 'commander';
import { isTimeZone, parseDay, type DayKey } from '../../../shared/domain/calendar-day.ts';
import { costModes, type CostMode } from '../../../shared/domain/price-choices.ts';
import type { SourceId } from '../../../shared/domain/ids.ts';
import type { ReportKey } from '../../../shared/domain/report.ts';
import type { SpanQuery } from '../../../shared/domain/span-query.ts';
import { findSource, sources } from '../../../shared/sources/registry.ts';

/** The options of a call, valid. Null: not given. */
export interface CliOptions extends SpanQuery {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly isJson: boolean;
  readonly costMode: CostMode | null;
  /** Only of `report`. */
  readonly by: ReportKey;
}

/** Declares the options that every command takes. */
export function addCommonOptions(program: Command): void {
  program
    .option('--json', 'print JSON instead of text')
    .addOption(new Option('--since <day>', 'first day to cover, like 2026-05-01 or 20260501').argParser(parseDayOption))
    .addOption(new Option('--until <day>', 'last day to cover, inclusive').argParser(parseDayOption))
    .addOption(
      new Option('--timezone <zone>', 'zone of days and times, like Europe/Berlin (default: as in the app)').argParser(
        parseZoneOption,
      ),
    )
    .addOption(
      new Option('--source <id>', `only this agent: ${sources.map(({ id }) => id).join(', ')}`).argParser(
        parseSourceOption,
      ),
    )
    .addOption(
      new Option(
        '--cost-mode <mode>',
        'where costs come from: calculate (tokens at list prices), display (the log only), auto (the log, else calculated)',
      ).choices(costModes),
    )
    .addOption(
      new Option('--home <folder>', 'look for logs below this home folder instead of yours').argParser(
        parseFolderOption,
      ),
    )
    .addOption(
      new Option('--data <folder>', 'keep the ledger in this folder instead of the one of the app').argParser(
        parseFolderOption,
      ),
    );
}

/** Reads what commander parsed; a sentence when the options contradict one another. */
export function toCliOptions(values: Readonly<Record<string, unknown>>): CliOptions | string {
  const text = (name: string): string | null => (typeof values[name] === 'string' ? values[name] : null);
  const options = {
    home: text('home'),
    dataFolder: text('data'),
    isJson: values['json'] === true,
    since: text('since'),
    until: text('until'),
    timeZone: text('timezone'),
    source: text('source'),
    costMode: text('costMode') as CostMode | null,
    by: (text('by') ?? 'day') as ReportKey,
  } satisfies CliOptions;
  if (options.since !== null && options.until !== null && options.since > options.until) {
    return `--since ${options.since} is later than --until ${options.until}; it must be the same day or an earlier one`;
  }
  return options;
}

function parseDayOption(text: string): DayKey {
  const day = parseDay(text);
  if (day === null) throw new InvalidArgumentError('It must be a day of the calendar, like 2026-05-01 or 20260501.');
  return day;
}

function parseZoneOption(text: string): string {
  if (!isTimeZone(text)) {
    throw new InvalidArgumentError('It must be the name of a time zone, like Europe/Berlin, America/New_York or UTC.');
  }
  return text;
}

/** An unset variable in a script must not stand for the current folder. */
function parseFolderOption(text: string): string {
  if (text === '') throw new InvalidArgumentError('It must be the name of a folder.');
  return text;
}

function parseSourceOption(text: string): SourceId {
  if (findSource(text) === null) {
    throw new InvalidArgumentError(`Allowed choices are ${sources.map(({ id }) => id).join(', ')}.`);
  }
  return text;
}
