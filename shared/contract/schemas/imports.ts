import * as v from 'valibot';
import {
  largestImport,
  type FoundImport,
  type ImportedModel,
  type ImportQuery,
  type ImportResult,
  type RemovedImports,
  type SettingsImportResult,
  type UndoneSettings,
} from '../../domain/import-result.ts';
import { costMicroUsd, count, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema } from './usage.ts';

export const importQuerySchema = schemaFor<ImportQuery>()(
  v.strictObject({
    tool: v.string(),
    text: v.nullable(v.pipe(v.string(), v.maxLength(largestImport))),
    isPreview: v.boolean(),
  }),
);

const importedModelSchema = schemaFor<ImportedModel>()(
  v.strictObject({ model: v.string(), requests: count, usage: tokenUsageSchema }),
);

export const importResultSchema = schemaFor<ImportResult>()(
  v.strictObject({
    tool: v.string(),
    failure: v.nullable(v.picklist(['unknown-tool', 'other-format', 'not-found', 'too-large', 'not-readable'])),
    isPreview: v.boolean(),
    requests: count,
    sums: count,
    firstAtMs: v.nullable(instantMs),
    lastAtMs: v.nullable(instantMs),
    usage: tokenUsageSchema,
    costMicroUsd,
    models: listOf(importedModelSchema),
    skips: v.record(v.string(), count),
  }),
);

export const foundImportsSchema = listOf(
  schemaFor<FoundImport>()(
    v.strictObject({ tool: v.string(), kind: v.picklist(['history', 'settings']), file: v.string() }),
  ),
);

export const settingsImportSchema = schemaFor<SettingsImportResult>()(
  v.strictObject({
    tool: v.string(),
    failure: v.nullable(v.picklist(['unknown-tool', 'other-format', 'not-found', 'not-written'])),
    isPreview: v.boolean(),
    changes: listOf(v.strictObject({ setting: v.string(), before: v.string(), after: v.string() })),
    left: listOf(v.string()),
    template: v.nullable(v.string()),
  }),
);

export const undoneSettingsSchema = schemaFor<UndoneSettings>()(
  v.strictObject({ tool: v.string(), restored: listOf(v.string()), kept: listOf(v.string()) }),
);

export const removeImportsSchema = v.strictObject({ tool: v.string() });

export const removedImportsSchema = schemaFor<RemovedImports>()(v.strictObject({ tool: v.string(), files: count }));
