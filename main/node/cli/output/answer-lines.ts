import { messages } from '../messages.ts';
import type { Answer } from '../command.ts';
import type { CliOptions } from '../options/cli-options.ts';
import { toAsciiText, wantsAscii } from './ascii.ts';
import { createInstantText } from './figures.ts';
import { formatHtml } from './html.ts';
import { formatJson } from './json-lines.ts';
import { formatMarkdown } from './markdown.ts';
import type { Page } from './page.ts';

/** What the JSON of version 1 leaves out with `--no-cost`. */
const costNames = ['costUsd', 'unpricedModels'];

/** The lines of an answer in the requested format. Each is laid out when it is asked for. */
export function toAnswerLines(
  answer: Answer,
  command: string,
  page: Page,
  { format, schema, hasCost }: CliOptions,
): Iterable<string> {
  switch (format) {
    case 'json':
      return formatJson(answer.json(schema), hasCost ? [] : (answer.costNames ?? costNames));
    case 'csv':
      return answer.csv?.() ?? answer.text(page);
    case 'markdown':
      return answer.table === undefined ? answer.text(page) : formatMarkdown(answer.table(page));
    case 'html':
      return answer.table === undefined
        ? answer.text(page)
        : formatHtml(answer.table(page), messages.cli.tables.page(command, createInstantText(page)(page.nowMs)));
    case 'text':
      return answer.text(page);
  }
}

/** Tables in the characters that the terminal knows. What programs read is UTF-8 everywhere. */
export function toReadable(
  lines: Iterable<string>,
  variables: Readonly<Record<string, string | undefined>>,
  { format }: CliOptions,
): Iterable<string> {
  return format === 'text' && wantsAscii(variables) ? mapLines(lines, toAsciiText) : lines;
}

function* mapLines(lines: Iterable<string>, toText: (line: string) => string): Generator<string> {
  for (const line of lines) yield toText(line);
}
