import type { Argument, Command, Option } from 'commander';

/** An option as a shell completes it. */
export interface CompletableOption {
  /** Its names, such as `-y` and `--yes`. */
  readonly names: readonly string[];
  readonly description: string;
  /** The placeholder of its value in the help text, such as `<day>`; null for a switch. */
  readonly value: string | null;
  /** The values that it allows; empty when they are not known. */
  readonly choices: readonly string[];
}

/** A command with everything that can follow it. */
export interface CompletableCommand {
  /** The words that lead to it, without the program's own name. */
  readonly path: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly options: readonly CompletableOption[];
  /** Choices of its arguments, all positions together. */
  readonly words: readonly string[];
  readonly arguments: readonly { readonly name: string; readonly description: string; readonly isRequired: boolean }[];
  readonly commands: readonly CompletableCommand[];
}

/**
 * The program's own definition as data: what completions and the man page are written from. Options of the program belong
 * to every command.
 */
export function toCommandTree(program: Command): CompletableCommand {
  return readCommand(program, [], []);
}

/** The command itself and all below it, in the order of the help text. */
export function listCommandTree(command: CompletableCommand): readonly CompletableCommand[] {
  return [command, ...command.commands.flatMap(listCommandTree)];
}

function readCommand(
  command: Command,
  path: readonly string[],
  inherited: readonly CompletableOption[],
): CompletableCommand {
  const own = command.createHelp().visibleOptions(command).map(readOption);
  const options = [...own, ...inherited.filter(({ names }) => !own.some((each) => each.names.at(-1) === names.at(-1)))];
  // Only the program itself has a version option.
  const common = options.filter(({ names }) => !names.includes('--version'));
  return {
    path,
    summary: command.summary() || command.description(),
    description: command.description(),
    options,
    words: command.registeredArguments.flatMap(({ argChoices }) => argChoices ?? []),
    arguments: command.registeredArguments.map(readArgument),
    commands: command.commands.map((each) => readCommand(each, [...path, each.name()], common)),
  };
}

function readOption({ short, long, description, argChoices, required, optional, flags }: Option): CompletableOption {
  return {
    names: [short, long].flatMap((name) => name ?? []),
    description,
    value: required || optional ? (/<[^>]+>|\[[^\]]+\]/.exec(flags)?.[0] ?? null) : null,
    choices: argChoices ?? [],
  };
}

function readArgument(argument: Argument) {
  return { name: argument.name(), description: argument.description, isRequired: argument.required };
}
