import type { Engine } from '../../engine/engine-api.ts';
import type { CliOptions } from '../cli-options.ts';
import type { Page } from '../output/page.ts';

/** What a command works with. The engine has read all new logs, unless the command does not need them. */
export interface CommandContext {
  readonly engine: Engine;
  readonly options: CliOptions;
  /** Time zone of days and times, from the options or the settings. */
  readonly timeZone: string;
  readonly nowMs: number;
}

/** A command's answer; only one of the two forms is produced. */
export interface Answer {
  json(): object;
  /** Lines of text without their line feeds. Each is laid out when it is asked for. */
  text(page: Page): Iterable<string>;
}

/** A command that answers once and ends. */
export interface CliCommand {
  /** Its summary and details for `--help` are in the messages. */
  readonly name: 'report' | 'blocks' | 'sessions' | 'limits' | 'processes' | 'doctor';
  readonly needsLogs: boolean;
  run(context: CommandContext): Promise<Answer> | Answer;
}
