import type { Command } from 'commander';
import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import { exportTools, toolNames } from '../../../../shared/imports/places/tool-files.ts';
import { readToolFile } from '../../imports/read-tool-file.ts';
import { CommandFailure } from '../command-failure.ts';
import { messages } from '../messages.ts';
import { toContractJson, type Answer, type CliCommand } from '../command.ts';
import { listImports } from '../import/import-list.ts';
import { importTool, removeTool } from '../import/import-tool.ts';
import { formatUsage } from '../import/import-usage.ts';

const { imports: texts, help } = messages.cli;

/** What to import, as typed. */
interface ImportRequest {
  readonly tool: string | undefined;
  readonly file: string | undefined;
  readonly isPreview: boolean;
  readonly isRemoval: boolean;
}

/** Declares `fuelgauge import [tool] [file]`. `answer` runs the command with the options as Commander has them. */
export function declareImport(
  program: Command,
  answer: (command: Command, definition: CliCommand) => Promise<void>,
): void {
  const { summary, details } = help.commands.import;
  const tools = [...exportTools, ...toolNames];
  const command = program
    .command('import')
    .argument('[tool]', help.arguments.tool(tools))
    .argument('[file]', help.arguments.file)
    .option('--preview', help.options.preview)
    .option('--remove', help.options.remove)
    .summary(summary)
    .description(help.description(summary, details));
  command.action((tool: string | undefined, file: string | undefined) => {
    const { preview = false, remove = false } = command.opts<{ preview?: boolean; remove?: boolean }>();
    if (tool === undefined && (preview || remove)) return command.error(help.wrongUsage.importTool);
    if (tool !== undefined && !tools.includes(tool)) return command.error(help.wrongUsage.tool(tool, tools));
    const needsFile = tool !== undefined && exportTools.includes(tool) && !remove;
    if ((remove && file !== undefined) || (needsFile && file === undefined)) {
      return command.error(help.wrongUsage.importFile);
    }
    if (remove && preview) return command.error(help.wrongUsage.previewedRemoval);
    return answer(command, createImportCommand({ tool, file, isPreview: preview, isRemoval: remove }));
  });
}

/** Builds the command that imports from a tool, previews or removes an import, or lists what is found. */
function createImportCommand({ tool, file, isPreview, isRemoval }: ImportRequest): CliCommand {
  return {
    name: 'import',
    needsLogs: tool !== undefined,
    ...(tool !== undefined && !isPreview && { changesSettings: true }),
    options: [],
    async ask(client): Promise<Answer> {
      if (tool === undefined) return listImports(client);
      if (isRemoval) return removeTool(client, tool);
      if (file === undefined) return importTool(client, tool, null, isPreview);
      const text = await readToolFile(tool, file);
      if (!text.ok) throw new CommandFailure(texts.unreadable[text.error](file));
      if (!exportTools.includes(tool)) return importTool(client, tool, { file, text: text.value }, isPreview);
      return importExport(client, { tool, file, text: text.value, isPreview });
    },
  };
}

async function importExport(
  client: Client<HostContract>,
  request: { readonly tool: string; readonly file: string; readonly text: string; readonly isPreview: boolean },
): Promise<Answer> {
  const { tool, file, text, isPreview } = request;
  const result = await client.call('importUsage', { tool, text, isPreview });
  if (result.failure !== null) throw new CommandFailure(texts.otherFormat(file));
  return { json: () => toContractJson('importUsage', result), text: (page) => formatUsage(page, result) };
}
