import { Command, Option } from 'commander';
import packageFile from '../../../package.json' with { type: 'json' };
import { reportKeys } from '../../../shared/domain/report.ts';
import type { CliHost, CliStream } from './cli-host.ts';
import { addCommonOptions, toCliOptions, type CliOptions } from './cli-options.ts';
import { answeringCommands } from './commands/all-commands.ts';
import type { CliCommand } from './commands/command.ts';
import { cleanText } from './output/clean-text.ts';
import { defaultPageWidth } from './output/page.ts';

const about =
  'Tells how much is left, how fast it burns, what burns it and when it runs out, from the logs that AI coding agents ' +
  'leave on this machine. Nothing is sent anywhere.';
const examples = `
Examples:
  fuelgauge report --since 2026-05-01            usage by day
  fuelgauge report --by project --json           the same by project, for scripts
  fuelgauge blocks --source claude-code          5-hour blocks, and how the active one goes on
  fuelgauge watch                                a live view; Ctrl-C ends it

Costs are API-equivalent: list prices of the tokens. Text rounds, and shows money in the currency of the settings;
JSON has every token, and costs in US dollars (costUsd).
Exit codes: 0 fine, 1 failed, 2 wrong usage.`;

/** What the program does once a command and its options are known to be valid, or with a text of its own. */
export interface CliActions {
  answer(command: CliCommand, options: CliOptions): Promise<void>;
  watch(options: CliOptions): Promise<void>;
  /** Gets help texts and complaints about wrong usage. */
  write(stream: CliStream, text: string): void;
}

/**
 * Builds the commands with their options and help texts. Parsing throws a CommanderError after wrong usage
 * and also after help and version (with exit code 0); `actions.write` has got the text by then.
 */
export function createProgram(host: CliHost, actions: CliActions): Command {
  const commandNames = [...answeringCommands.map(({ name }) => name), 'watch'];
  const program = new Command('fuelgauge')
    .description(about)
    .version(packageFile.version, '-V, --version', 'print the version')
    .helpOption('-h, --help', 'print help for a command')
    .helpCommand('help [command]', 'print help for a command')
    .configureHelp({ showGlobalOptions: true })
    .configureOutput({
      writeOut: (text) => actions.write(host.stdout, text),
      writeErr: (text) => actions.write(host.stderr, text),
      outputError: (text, write) => write(toSentence(text, commandNames)),
      getOutHelpWidth: () => host.stdout.columns ?? defaultPageWidth,
      getErrHelpWidth: () => host.stderr.columns ?? defaultPageWidth,
      getOutHasColors: () => false,
      getErrHasColors: () => false,
    })
    .exitOverride()
    .addHelpText('after', examples);
  addCommonOptions(program);
  for (const definition of answeringCommands) {
    const command = program
      .command(definition.name)
      .summary(definition.summary)
      .description(`Shows ${definition.summary}.\n${definition.details}`);
    if (definition.name === 'report') {
      command.addOption(new Option('--by <what>', 'what a row stands for').choices(reportKeys).default('day'));
    }
    command.action(() => actions.answer(definition, readOptions(command)));
  }
  const watch = program
    .command('watch')
    .summary('a live view of limits, blocks, burn rate, sessions and processes')
    .description('Shows a live view until Ctrl-C.\nJSON: one object a line, a new one at every change.');
  watch.action(() => actions.watch(readOptions(watch)));
  return program;
}

function readOptions(command: Command): CliOptions {
  const options = toCliOptions(command.optsWithGlobals());
  return typeof options === 'string' ? command.error(options) : options;
}

/** Commander's errors begin with `error:`, and may come with a second line that suggests something. */
function toSentence(text: string, commandNames: readonly string[]): string {
  const sentence = cleanText(text.trim().replace(/^error: /, ''));
  if (sentence.startsWith('unknown command')) {
    return `fuelgauge: ${sentence}. Allowed choices are ${commandNames.join(', ')}.\n`;
  }
  const hint = sentence.startsWith('unknown option') ? '. See fuelgauge --help for those that there are.' : '';
  return `fuelgauge: ${sentence}${hint}\n`;
}
