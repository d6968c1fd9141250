import type { Engine } from '../../engine/engine-api.ts';
import type { CliOptions } from '../cli-options.ts';
import type { Page } from '../output/page.ts';

/** What a command has to work with. Unless it says that it needs no logs, the engine has read everything new. */
export interface CommandContext {
  readonly engine: Engine;
  readonly options: CliOptions;
  /** Zone of days and instants: that of the options or else of the settings. */
  readonly timeZone: string;
  readonly nowMs: number;
}

/** A command's answer in both forms; only one of them is produced. */
export interface Answer {
  json(): object;
  /** Lines of text for people, without line feeds at their ends. A line is laid out when it is asked for. */
  text(page: Page): Iterable<string>;
}

/** A command that answers once. */
export interface CliCommand {
  /** Its summary and details for `--help` are in the messages. */
  readonly name: 'report' | 'blocks' | 'sessions' | 'limits' | 'processes' | 'doctor';
  readonly needsLogs: boolean;
  run(context: CommandContext): Promise<Answer> | Answer;
}
