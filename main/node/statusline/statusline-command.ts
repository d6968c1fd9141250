import type { StatuslineChoice } from '../../../shared/domain/statusline-install.ts';

/** The program and its first arguments that draw a line. */
export type StatuslineProgram = readonly [program: string, ...args: string[]];

/** The command that goes into an agent's settings, for a shell (on Windows that of Git). */
export function toStatuslineCommand(
  program: StatuslineProgram,
  choice: StatuslineChoice,
  place: { readonly id: string; readonly dataFolder: string | null; readonly platform: NodeJS.Platform },
): string {
  const data = place.dataFolder === null ? [] : ['--data', place.dataFolder];
  const words = [...program, ...toChoiceArguments(choice), ...data, '--installed', place.id];
  return words.map((word) => quoteWord(word, place.platform)).join(' ');
}

/** The copy of the program in a command that `toStatuslineCommand` made; null when it has none. */
export function findCopy(command: string): string | null {
  const [, quoted, plain] =
    /(?:^| )(?:'((?:[^']|'\\'')*\/statusline\.cjs)'|([^ ']*\/statusline\.cjs))(?= )/.exec(command) ?? [];
  return quoted?.replaceAll(String.raw`'\''`, "'") ?? plain ?? null;
}

/** A choice as the arguments of a status line. */
export function toChoiceArguments({ preset, template, style, budgetUsd }: StatuslineChoice): readonly string[] {
  const options: readonly (readonly [name: string, value: string | undefined])[] = [
    ['--preset', preset],
    ['--template', template],
    ['--style', style],
    ['--budget', budgetUsd === undefined ? undefined : String(budgetUsd)],
  ];
  return options.flatMap(([name, value]) => (value === undefined ? [] : [name, value]));
}

/** A word that no shell takes apart. Git's shell on Windows takes both separators, but `\` only in quotes. */
function quoteWord(word: string, platform: NodeJS.Platform): string {
  const text = platform === 'win32' && /^[A-Za-z]:\\/.test(word) ? word.replaceAll('\\', '/') : word;
  if (/^[\w@%+=:,./-]+$/.test(text)) return text;
  return `'${text.replaceAll("'", String.raw`'\''`)}'`;
}
