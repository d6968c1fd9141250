import type { Command } from 'commander';
import type { ImportResult } from '../../../../shared/domain/import-result.ts';
import { totalTokens } from '../../../../shared/domain/token-usage.ts';
import { importers } from '../../../../shared/imports/all-importers.ts';
import { readImport } from '../../imports/read-import.ts';
import { CommandFailure } from '../command-failure.ts';
import { messages } from '../messages.ts';
import { createInstantText } from '../output/figures.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toContractJson, type Answer, type CliCommand } from './command.ts';

const { imports: texts, tables } = messages.cli;
const { help } = messages.cli;

/** What to import, as it was typed. */
interface ImportRequest {
  readonly tool: string;
  readonly file: string | undefined;
  readonly isPreview: boolean;
  readonly isRemoval: boolean;
}

/** Declares `fuelgauge import <tool> [file]`. `answer` runs the command with the options as Commander has them. */
export function declareImport(
  program: Command,
  answer: (command: Command, definition: CliCommand) => Promise<void>,
): void {
  const { summary, details } = help.commands.import;
  const tools = importers.map(({ tool }) => tool);
  const command = program
    .command('import')
    .argument('<tool>', help.arguments.tool(tools))
    .argument('[file]', help.arguments.file)
    .option('--preview', help.options.preview)
    .option('--remove', help.options.remove)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((tool: string, file: string | undefined) => {
    const { preview = false, remove = false } = command.opts<{ preview?: boolean; remove?: boolean }>();
    if (!tools.includes(tool)) return command.error(help.wrongUsage.tool(tool, tools));
    if (remove === (file !== undefined)) return command.error(help.wrongUsage.importFile);
    if (remove && preview) return command.error(help.wrongUsage.previewedRemoval);
    return answer(command, createImportCommand({ tool, file, isPreview: preview, isRemoval: remove }));
  });
}

/** Builds the command that imports a file, says what it holds, or removes what was imported. */
export function createImportCommand({ tool, file, isPreview, isRemoval }: ImportRequest): CliCommand {
  return {
    name: 'import',
    needsLogs: !isPreview,
    options: [],
    async ask(client): Promise<Answer> {
      if (isRemoval || file === undefined) {
        const removed = await client.call('removeImports', { tool });
        return {
          json: () => toContractJson('removeImports', removed),
          text: (page) => [wrapText(page, texts.removed(removed.files))],
        };
      }
      const text = await readImport(file);
      if (!text.ok) throw new CommandFailure(texts.unreadable[text.error](file));
      const result = await client.call('importUsage', { tool, text: text.value, isPreview });
      if (result.failure !== null) throw new CommandFailure(texts.otherFormat(file));
      return { json: () => toContractJson('importUsage', result), text: (page) => formatResult(page, result) };
    },
  };
}

function* formatResult(page: Page, result: ImportResult): Generator<string> {
  const toText = createInstantText(page.timeZone);
  const { models, requests, firstAtMs, lastAtMs, skips, isPreview } = result;
  yield* formatTable(
    page,
    [{ head: tables.keys.model }, { head: tables.events, align: 'right' }, { head: tables.tokens, align: 'right' }],
    {
      rows: models.map(({ model, requests: own, usage }) => [model, texts.count(own), texts.count(totalTokens(usage))]),
    },
  );
  const span = requests === 0 ? null : { from: toText(firstAtMs), to: toText(lastAtMs) };
  yield wrapText(page, isPreview ? texts.preview(requests, span) : texts.imported(requests, span));
  for (const [reason, rows] of Object.entries(skips)) yield wrapText(page, texts.skipped(rows, reason));
}
