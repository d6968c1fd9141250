import type { CommanderError } from 'commander';
import { messages } from '../messages.ts';

const { wrongUsage } = messages.cli.help;

/** How to read the facts out of Commander's sentences, by the code of its error, and our words for them. */
const describers: Readonly<Record<string, readonly [facts: RegExp, describe: (...facts: string[]) => string]>> = {
  'commander.missingArgument': [/argument '(.+)'/, wrongUsage.missingArgument],
  'commander.optionMissingArgument': [/option '(.+)' argument/, wrongUsage.missingValue],
  'commander.invalidArgument': [/option '(.+?)' argument '(.*)' is invalid\. (.*)$/s, wrongUsage.invalidValue],
  invalidCommandArgument: [
    /command-argument value '(.*)' is invalid for argument '(.+?)'\. (.*)$/s,
    (value = '', name = '', rule = '') => wrongUsage.invalidArgument(name, value, rule),
  ],
  'commander.excessArguments': [
    /too many arguments(?: for '(.+)')?\. .* but got \d+: (.*)\.$/s,
    wrongUsage.excessArguments,
  ],
  'commander.unknownOption': [/option '(.+?)'(?:\s+\(Did you mean (.+?)\?\))?/, wrongUsage.unknownOption],
};

/**
 * The sentence for wrong usage that Commander found. It reports in sentences, so they are parsed for their facts; a
 * sentence of an unknown kind is already ours, or is passed on.
 */
export function describeUsageFailure({ code, message }: CommanderError, commandNames: readonly string[]): string {
  const text = message.replace(/^error: /, '');
  if (code === 'commander.unknownCommand') {
    const [, name = '', suggestion] = /command '(.+?)'(?:\s+\(Did you mean (.+?)\?\))?/.exec(text) ?? [];
    return wrongUsage.unknownCommand(name, suggestion, commandNames);
  }
  // Commander has one code for both.
  const kind = text.startsWith('command-argument') ? 'invalidCommandArgument' : code;
  const [facts, describe] = describers[kind] ?? [];
  const found = facts?.exec(text);
  return describe === undefined || found == null ? text : describe(...found.slice(1));
}
