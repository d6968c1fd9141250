import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import type { ImportResult, SettingsImportResult } from '../../../../shared/domain/import-result.ts';
import { CommandFailure } from '../command-failure.ts';
import { messages } from '../messages.ts';
import { wrapText, type Page } from '../output/page.ts';
import { formatTable } from '../output/table.ts';
import { toContractJson, type Answer } from '../command.ts';
import { formatUsage } from './import-usage.ts';

const { imports: texts } = messages.cli;

/** A file that the person named; without one, those that the tool keeps on this machine are used. */
interface NamedFile {
  readonly file: string;
  readonly text: string;
}

/** Imports what a tool keeps: history, settings, or both. */
export async function importTool(
  client: Client<HostContract>,
  tool: string,
  named: NamedFile | null,
  isPreview: boolean,
): Promise<Answer> {
  const query = { tool, text: named?.text ?? null, isPreview };
  const usage = await client.call('importUsage', query);
  const settings = await client.call('importSettings', query);
  if (settings.failure === 'not-written') throw new CommandFailure(texts.settingsNotWritten);
  if (usage.failure !== null && settings.failure !== null) {
    if (isUnreadable(usage.failure)) throw new CommandFailure(texts.notImportable[usage.failure](tool));
    throw new CommandFailure(named === null ? texts.notFound(tool) : texts.foreignFile(named.file, tool));
  }
  return {
    json: () => ({ ...toContractJson('importUsage', usage), settings: toContractJson('importSettings', settings) }),
    *text(page) {
      if (usage.failure === null) yield* formatUsage(page, usage);
      else if (usage.failure === 'other-format' && named === null) yield wrapText(page, texts.unknownVersion(tool));
      else if (isUnreadable(usage.failure)) yield wrapText(page, texts.notImportable[usage.failure](tool));
      if (settings.failure === null) yield* formatSettings(page, settings);
    },
  };
}

/** Whether a file was found, and could not be read. */
function isUnreadable(failure: ImportResult['failure']): failure is 'too-large' | 'not-readable' {
  return failure === 'too-large' || failure === 'not-readable';
}

/** Removes what was imported from a tool. */
export async function removeTool(client: Client<HostContract>, tool: string): Promise<Answer> {
  const removed = await client.call('removeImports', { tool });
  const settings = await client.call('undoSettingsImport', { tool });
  return {
    json: () => ({
      ...toContractJson('removeImports', removed),
      settings: toContractJson('undoSettingsImport', settings),
    }),
    *text(page) {
      const { restored, kept } = settings;
      const hasSettings = restored.length + kept.length > 0;
      if (removed.files > 0 || !hasSettings) yield wrapText(page, texts.removed(removed.files));
      if (restored.length > 0) yield wrapText(page, texts.restored(restored));
      if (kept.length > 0) yield wrapText(page, texts.kept(kept));
    },
  };
}

function* formatSettings(page: Page, result: SettingsImportResult): Generator<string> {
  const { changes, left, template, isPreview } = result;
  const heads = [texts.heads.setting, texts.heads.before, texts.heads.after].map((head) => ({ head }));
  if (changes.length > 0) {
    yield* formatTable(page, heads, { rows: changes.map(({ setting, before, after }) => [setting, before, after]) });
  }
  yield wrapText(page, isPreview ? texts.settingsPreview(changes.length) : texts.settingsChanged(changes.length));
  if (template !== null) {
    yield wrapText(page, texts.template);
    yield texts.templateCommand(template);
  }
  if (left.length > 0) yield wrapText(page, texts.left(left));
}
