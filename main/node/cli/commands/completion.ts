import type { Command } from 'commander';
import { toCommandTree } from '../completion/command-tree.ts';
import { completionShells, writeCompletion, type CompletionShell } from '../completion/scripts.ts';
import { messages } from '../messages.ts';
import { parseChoiceOption } from '../options/parse-values.ts';
import type { ProgramAction } from '../program.ts';

const { help } = messages.cli;

/** `fuelgauge completion bash|zsh|fish|powershell`: prints a script from the program's own definition. */
export function addCompletionCommand(program: Command, run: ProgramAction): void {
  const { summary, details } = help.commands.completion;
  const command = program
    .command('completion')
    .summary(summary)
    .description(help.description(summary, details))
    .addArgument(
      program
        .createArgument('<shell>', help.arguments.shell(completionShells))
        .choices(completionShells)
        .argParser(parseChoiceOption(completionShells)),
    );
  command.action((shell: CompletionShell) =>
    run(async ({ stdout }) => {
      await stdout.write(writeCompletion(shell, toCommandTree(program)));
      return 0;
    }),
  );
}
