import type { HelpConfiguration, Option } from 'commander';
import { messages } from '../messages.ts';

const { headings, choices, byDefault, note, usage } = messages.cli.help;

/** Commander's help page with the words of the catalogue. */
export const helpFormat: HelpConfiguration = {
  showGlobalOptions: true,
  styleTitle: (title) => (headings as Readonly<Record<string, string>>)[title] ?? title,
  commandUsage(command) {
    const names = [command.name()];
    for (let { parent } = command; parent !== null; { parent } = parent) names.unshift(parent.name());
    const args = command.registeredArguments.map((argument) => toPlaceholder(argument.name(), argument.required));
    return [...names, usage.options, ...(command.commands.length > 0 ? [usage.command] : []), ...args].join(' ');
  },
  optionDescription(option) {
    const notes = toNotes(option);
    return notes.length === 0 ? option.description : note(option.description, notes);
  },
};

function toNotes({ argChoices, defaultValue, required, optional }: Option): readonly string[] {
  const isShown = defaultValue !== undefined && (required || optional);
  return [
    ...(argChoices === undefined ? [] : [choices(argChoices)]),
    ...(isShown ? [byDefault(String(defaultValue))] : []),
  ];
}

function toPlaceholder(name: string, isRequired: boolean): string {
  return isRequired ? `<${name}>` : `[${name}]`;
}
