import {
  hostContract,
  schemaNameOf,
  type AnswerOf,
  type ArgumentOf,
  type Client,
  type Contract,
  type HostCalls,
  type HostContract,
  type NameOf,
} from '../../../shared/contract/index.ts';
import type { Calendar } from '../../../shared/domain/calendar-day.ts';
import type { SourceStatus } from '../../../shared/snapshot/app-snapshot.ts';
import type { CliOptions, OptionGroup } from './options/cli-options.ts';
import type { messages } from './messages.ts';
import type { JsonSchema } from './output/json-schemas.ts';
import type { DataTable } from './output/data-table.ts';
import type { Page } from './output/page.ts';

/** What is needed to show an answer. */
export interface AnswerContext {
  readonly options: CliOptions;
  /** Time zone of days and times, from the options or the settings. */
  readonly timeZone: string;
  /** Its calendar, with the day and week starts of the settings. */
  readonly calendar: Calendar;
  readonly nowMs: number;
  /** Where logs were looked for. */
  readonly sources: readonly SourceStatus[];
}

/** An answer in every form; only one of them is produced. */
export interface Answer {
  /** The object for scripts, in this version of its schema. */
  json(schema: JsonSchema): object;
  /** Lines of text without their line feeds. Each is laid out when it is asked for. */
  text(page: Page): Iterable<string>;
  /** For Markdown and HTML. Left out by commands without the option group `formats`; so is `csv`. */
  table?(page: Page): DataTable;
  csv?(): Iterable<string>;
  /** The members that `--no-cost` omits from the JSON, if they are not our usual ones. */
  readonly costNames?: readonly string[];
  /** The exit code, unless something failed; 0 when omitted. */
  readonly exitCode?: AnswerCode;
}

/** Exit codes of answers: success, not done what was asked, or what a command documents. */
export type AnswerCode = 0 | 1 | 10 | 11 | 20 | 30;

/** A command that asks once and ends. */
export interface CliCommand {
  /** Its summary and details for `--help` are in the messages. */
  readonly name: keyof typeof messages.cli.help.commands;
  /** Unless it needs none, everything new in the logs has been read when it asks. */
  readonly needsLogs: boolean;
  /** It changes settings. */
  readonly changesSettings?: true;
  /** The versions of its JSON, if not all. */
  readonly schemas?: readonly JsonSchema[];
  /** The options that it takes beyond the common ones. */
  readonly options: readonly OptionGroup[];
  ask(client: Client<HostContract>, context: AnswerContext): Promise<Answer>;
}

/** A command that shows the answer to one of the contract's calls. */
export interface CommandDefinition<Name extends NameOf<HostCalls>> extends Omit<CliCommand, 'ask'> {
  readonly call: Name;
  toArgument(options: CliOptions): ArgumentOf<HostCalls, Name>;
  /** Version 1 of the JSON: its names and meanings never change. */
  toJsonV1(answer: AnswerOf<HostCalls, Name>, context: AnswerContext): object;
  toText(answer: AnswerOf<HostCalls, Name>, page: Page, context: AnswerContext): Iterable<string>;
  /** Left out by commands without the option group `formats`; so is `toCsv`. */
  toTable?(answer: AnswerOf<HostCalls, Name>, page: Page): DataTable;
  toCsv?(answer: AnswerOf<HostCalls, Name>): Iterable<string>;
}

/** Builds a command from its definition. */
export function defineCommand<Name extends NameOf<HostCalls>>(definition: CommandDefinition<Name>): CliCommand {
  const { name, needsLogs, schemas, options, call, toTable, toCsv } = definition;
  return {
    name,
    needsLogs,
    ...(schemas && { schemas }),
    options,
    async ask(client, context) {
      const ask = client.call as (name: Name, argument: unknown) => Promise<AnswerOf<HostCalls, Name>>;
      const answer = await ask(call, definition.toArgument(context.options));
      return {
        json: (schema) => (schema === 1 ? definition.toJsonV1(answer, context) : toContractJson(call, answer)),
        text: (page) => definition.toText(answer, page, context),
        ...(toTable && { table: (page: Page) => toTable(answer, page) }),
        ...(toCsv && { csv: () => toCsv(answer) }),
      };
    },
  };
}

/** An answer as the contract defines it, with the name of its schema in front. */
export function toContractJson(name: string, answer: unknown, calls: Contract['calls'] = hostContract.calls): object {
  return { schema: schemaNameOf(calls, name), ...(answer as object) };
}
