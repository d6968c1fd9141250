import { messages } from '../messages.ts';
import { listCommandTree, type CompletableCommand, type CompletableOption } from './command-tree.ts';

/** The page's metadata. */
export interface ManPageFacts {
  readonly version: string;
  /** `YYYY-MM-DD`. */
  readonly date: string;
}

const { manPage: words } = messages.cli.help;

/** The manual page of the whole program as roff with the macros of man(7). */
export function writeManPage(tree: CompletableCommand, { version, date }: ManPageFacts): string {
  const common = new Set(tree.options.map(({ names }) => names.at(-1)));
  const lines = [
    `.TH FUELGAUGE 1 "${date}" "fuelgauge ${version}"`,
    `.SH ${words.name}`,
    `fuelgauge \\- ${toRoff(tree.summary)}`,
    `.SH ${words.synopsis}`,
    '.B fuelgauge',
    ...toRoffLines(toUsage(tree)),
    `.SH ${words.commands}`,
    ...listCommandTree(tree)
      .slice(1)
      .flatMap((command) => [
        '.TP',
        `.B ${toRoff(['fuelgauge', ...command.path].join(' '))}`,
        ...toRoffLines(command.description),
        ...command.options
          .filter(({ names }) => !common.has(names.at(-1)))
          .flatMap((option) => ['.RS', ...toEntry(option), '.RE']),
      ]),
    `.SH ${words.optionsOfAll}`,
    ...tree.options.flatMap(toEntry),
  ];
  return `${lines.join('\n')}\n`;
}

function toUsage(tree: CompletableCommand): string {
  return `[${tree.commands.map(({ path }) => path.at(-1)).join(' | ')}]`;
}

function toEntry({ names, value, description, choices }: CompletableOption): readonly string[] {
  const label = names.join(', ') + (value === null ? '' : ` ${value}`);
  const allowed = choices.length === 0 ? '' : ` (${choices.join(', ')})`;
  return ['.TP', `.B ${toRoff(label)}`, ...toRoffLines(description + allowed)];
}

function toRoffLines(text: string): readonly string[] {
  return text.split('\n').map((line) => toRoff(line));
}

/** A line of text in which roff sees no request, no escape and no typographic hyphen. */
function toRoff(text: string): string {
  const escaped = text.replaceAll('\\', '\\e').replaceAll('-', '\\-');
  return /^[.']/.test(escaped) ? `\\&${escaped}` : escaped;
}
