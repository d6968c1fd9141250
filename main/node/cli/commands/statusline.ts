import { InvalidArgumentError, Option, type Command } from 'commander';
import type { StatuslineChoice } from '../../../../shared/domain/statusline-install.ts';
import { lineStyles } from '../../../../shared/statusline/paint.ts';
import { presetNames } from '../../../../shared/statusline/presets.ts';
import { statuslineActions, type StatuslineAction } from '../../statusline/is-drawing.ts';
import { messages } from '../messages.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { parseTemplateOption } from '../options/parse-template.ts';
import { parseChoiceOption } from '../options/parse-values.ts';
import { manageStatusline } from '../statusline/manage-statusline.ts';
import type { ProgramAction } from '../program.ts';

const { help } = messages.cli;
const { statusline: about } = help;

/** What was chosen on the command line. */
interface Chosen extends StatuslineChoice {
  readonly yes?: boolean;
}

/** `fuelgauge statusline install|status|uninstall|preview`. Drawing a line never gets here: see `main/cli.ts`. */
export function addStatuslineCommand(
  program: Command,
  readOptions: (command: Command) => CliOptions,
  run: ProgramAction,
): void {
  const { summary, details } = help.commands.statusline;
  const command = program
    .command('statusline')
    .argument('[action]', about.action, parseChoiceOption(statuslineActions))
    .summary(summary)
    .description(help.description(summary, details))
    .addOption(choiceOption('--preset <name>', about.preset, presetNames))
    .addOption(new Option('--template <text>', about.template).argParser(parseTemplateOption))
    .addOption(choiceOption('--style <style>', about.style, lineStyles))
    .addOption(new Option('--budget <usd>', about.budget).argParser(parseBudgetOption))
    .option('--tasks', about.tasks)
    .option('--replace', about.replace)
    .option('-y, --yes', about.yes);
  command.action((action: StatuslineAction | undefined) => {
    const options = readOptions(command);
    const { yes, preset, template, style, tasks, replace, ...rest } = command.opts<Chosen & { budget?: number }>();
    const choice = { preset, template, style, tasks, replace, budgetUsd: rest.budget };
    const request = { action: action ?? 'status', choice: withoutUnset(choice), isConfirmed: yes === true };
    return run((cliHost) => manageStatusline(cliHost, options, request));
  });
}

function choiceOption(flags: string, description: string, choices: readonly string[]): Option {
  return new Option(flags, description).choices(choices).argParser(parseChoiceOption(choices));
}

function parseBudgetOption(text: string): number {
  const usd = Number(text);
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text) || usd < 0.01) throw new InvalidArgumentError(help.wrongUsage.count);
  return usd;
}

function withoutUnset(choice: StatuslineChoice): StatuslineChoice {
  return Object.fromEntries(Object.entries(choice).filter(([, value]) => value !== undefined));
}
