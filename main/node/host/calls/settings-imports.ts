import type { Handlers, HostCalls } from '../../../../shared/contract/index.ts';
import type { ImportQuery, SettingsImportResult, UndoneSettings } from '../../../../shared/domain/import-result.ts';
import type { SettingsImport, SettingsImporter } from '../../../../shared/imports/settings-import.ts';
import { isEqual } from '../../../../shared/lib/is-equal.ts';
import type { SettingsStore } from '../../../../shared/settings/settings-store.ts';
import type { SettingsPatch } from '../../../../shared/settings/schema.ts';
import { readImport } from '../../imports/read-import.ts';
import { readSettingsNote, removeSettingsNote, writeSettingsNote } from '../../imports/stored-settings.ts';
import type { ChangeSettings } from '../settings/change-settings.ts';
import type { HostEngine } from '../engine/host-engine.ts';

/** What importing settings needs of the host. */
interface SettingsImportParts {
  readonly engine: Pick<HostEngine, 'findImports'>;
  readonly settings: Pick<SettingsStore, 'get'>;
  readonly changeSettings: ChangeSettings;
  readonly dataFolder: string | null;
}

/** Imports other tools' settings, and restores the earlier values. */
export function createSettingsImports(
  parts: SettingsImportParts,
): Pick<Handlers<HostCalls>, 'importSettings' | 'undoSettingsImport'> {
  return {
    importSettings: (query) => importSettings(parts, query),
    undoSettingsImport: ({ tool }) => undoSettingsImport(parts, tool),
  };
}

async function importSettings(parts: SettingsImportParts, query: ImportQuery): Promise<SettingsImportResult> {
  const { tool, isPreview } = query;
  const refuse = (failure: SettingsImportResult['failure']): SettingsImportResult => ({
    ...{ tool, failure, isPreview, changes: [], left: [], template: null },
  });
  const importer = await findImporter(tool);
  if (importer === null) return refuse('unknown-tool');
  const text = query.text ?? (await readFoundFile(parts, tool));
  if (text === null) return refuse('not-found');
  const parsed = importer.parse(text, parts.settings.get());
  if (parsed === null) return refuse('other-format');
  const result = toResult(parts, query, parsed);
  if (isPreview || result.changes.length === 0) return result;
  return (await change(parts, tool, parsed.patch)) ? result : refuse('not-written');
}

function toResult(
  { settings }: SettingsImportParts,
  { tool, isPreview }: ImportQuery,
  { patch, left, template }: SettingsImport,
): SettingsImportResult {
  const current: Readonly<Record<string, unknown>> = settings.get();
  const changes = Object.entries(patch).map(([setting, value]) => ({
    ...{ setting, before: JSON.stringify(current[setting]), after: JSON.stringify(value) },
  }));
  return { tool, failure: null, isPreview, changes, left, template };
}

/** Records the earlier values, then changes them: an import that could not be undone is not made. */
async function change(parts: SettingsImportParts, tool: string, patch: SettingsPatch): Promise<boolean> {
  const { dataFolder, settings } = parts;
  if (dataFolder === null) return false;
  const current: Readonly<Record<string, unknown>> = settings.get();
  const earlier = await readSettingsNote(dataFolder, tool);
  const before = Object.fromEntries(Object.keys(patch).map((name) => [name, current[name]]));
  // What was there before the first import is what a person wants back.
  const note = { before: { ...before, ...earlier?.before }, after: { ...earlier?.after, ...patch } };
  await writeSettingsNote(dataFolder, tool, note);
  const changed = await parts.changeSettings(patch);
  if (!changed.ok && earlier === null) await removeSettingsNote(dataFolder, tool);
  return changed.ok;
}

async function undoSettingsImport(parts: SettingsImportParts, tool: string): Promise<UndoneSettings> {
  const { dataFolder, settings } = parts;
  const isKnown = (await findImporter(tool)) !== null;
  const note = dataFolder === null || !isKnown ? null : await readSettingsNote(dataFolder, tool);
  if (dataFolder === null || note === null) return { tool, restored: [], kept: [] };
  const current: Readonly<Record<string, unknown>> = settings.get();
  const names = Object.keys(note.before);
  const restored = names.filter((name) => isEqual(current[name], note.after[name]));
  const patch = Object.fromEntries(restored.map((name) => [name, note.before[name]])) as SettingsPatch;
  const changed = restored.length === 0 ? null : await parts.changeSettings(patch);
  if (changed?.ok === false) return { tool, restored: [], kept: names };
  await removeSettingsNote(dataFolder, tool);
  return { tool, restored, kept: names.filter((name) => !restored.includes(name)) };
}

/** Loaded on demand: importing settings is rare, and needs a YAML parser. */
async function findImporter(tool: string): Promise<SettingsImporter | null> {
  const { findSettingsImporter } = await import('../../../../shared/imports/all-settings-importers.ts');
  return findSettingsImporter(tool);
}

async function readFoundFile({ engine }: SettingsImportParts, tool: string): Promise<string | null> {
  const found = (await engine.findImports()).find((file) => file.tool === tool && file.kind === 'settings');
  const text = found === undefined ? null : await readImport(found.file);
  return text?.ok === true ? text.value : null;
}
