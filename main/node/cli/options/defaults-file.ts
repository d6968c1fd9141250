import type { Command, Option } from 'commander';
import { parseJson } from '../../../../shared/lib/parse-json.ts';
import { WrongValue } from '../command-failure.ts';
import { messages } from '../messages.ts';

/** Its name in the data folder. */
export const defaultsFileName = 'cli-defaults.json';

/** The file of defaults as found; `text` is null when there is none. */
export interface DefaultsFile {
  readonly file: string;
  readonly text: string | null;
}

/** Options of this key hold for every command that has them. */
const forAll = 'all';

/** What cannot be a default: scripts rely on the output format, and the folder options decide where this file is. */
const fixed: readonly string[] = [
  'json',
  'csv',
  'markdown',
  'html',
  'schema',
  'home',
  'data',
  'version',
  'help',
  'yes',
  'forget',
  'no-defaults',
];

const { defaultsFile: texts } = messages.cli.help.wrongUsage;

/**
 * Gives a command the options of the file that the person has not given: those under its own name before those under
 * `all`. Values are checked as on the command line. Throws a `WrongValue` that names what is wrong in the file.
 */
export function applyDefaults(command: Command, program: Command, { file, text }: DefaultsFile): void {
  if (text === null) return;
  const sections = parse(file, text);
  const commands = new Set([forAll, ...listNames(program)]);
  const unknown = Object.keys(sections).find((name) => !commands.has(name));
  if (unknown !== undefined) throw new WrongValue(texts.command(file, unknown));
  const known = listOptions(program);
  for (const name of Object.keys(sections[forAll] ?? {})) {
    if (!known.some((option) => isNamed(option, name))) throw new WrongValue(texts.option(file, forAll, name));
  }
  const name = toName(command, program);
  const own = sections[name] ?? {};
  for (const key of Object.keys(own)) {
    if (!allOptions(command).some((option) => isNamed(option, key)))
      throw new WrongValue(texts.option(file, name, key));
  }
  for (const [key, value] of Object.entries({ ...sections[forAll], ...own })) {
    const option = allOptions(command).find((each) => isNamed(each, key));
    if (option !== undefined) setDefault(command, option, value, file);
  }
}

type Sections = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

function parse(file: string, text: string): Sections {
  const parsed = parseJson(text);
  if (!isRecord(parsed) || !Object.values(parsed).every(isRecord)) throw new WrongValue(texts.notJson(file));
  return parsed as Sections;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function setDefault(command: Command, option: Option, value: unknown, file: string): void {
  const attribute = option.attributeName();
  const owner = ownerOf(command, option);
  const source = owner.getOptionValueSource(attribute);
  if (source !== undefined && source !== 'default') return;
  // Columns are those of a table.
  if (attribute === 'columns' && command.optsWithGlobals()['json'] === true) return;
  owner.setOptionValueWithSource(attribute, toValue(option, value, file), 'config');
}

/** The value as the option itself reads it from a command line. */
function toValue(option: Option, value: unknown, file: string): unknown {
  const fail = (): WrongValue => new WrongValue(texts.value(file, toKey(option)));
  if (option.isBoolean() || option.negate) {
    if (typeof value !== 'boolean') throw fail();
    return option.negate ? !value : value;
  }
  let result: unknown;
  for (const each of Array.isArray(value) ? value : [value]) {
    if (typeof each !== 'string' && typeof each !== 'number') throw fail();
    try {
      result = option.parseArg === undefined ? String(each) : option.parseArg(String(each), result);
    } catch {
      throw fail();
    }
  }
  return result;
}

/** The option's name in the file: as on the command line, without its dashes. */
function toKey(option: Option): string {
  return option.long?.slice(2) ?? '';
}

function isNamed(option: Option, key: string): boolean {
  return toKey(option) === key && !fixed.includes(key);
}

function allOptions(command: Command): readonly Option[] {
  return [...command.options, ...(command.parent === null ? [] : allOptions(command.parent))];
}

function listOptions(command: Command): readonly Option[] {
  return [...command.options, ...command.commands.flatMap(listOptions)];
}

function ownerOf(command: Command, option: Option): Command {
  return command.options.includes(option) || command.parent === null ? command : ownerOf(command.parent, option);
}

/** `report`, `processes end`. */
function toName(command: Command, program: Command): string {
  if (command.parent === null || command.parent === program) return command.name();
  return `${toName(command.parent, program)} ${command.name()}`;
}

function listNames(program: Command): readonly string[] {
  const names = (command: Command): readonly string[] => [toName(command, program), ...command.commands.flatMap(names)];
  return program.commands.flatMap(names);
}
