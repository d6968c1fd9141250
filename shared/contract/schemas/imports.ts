import * as v from 'valibot';
import {
  largestImport,
  type ImportedModel,
  type ImportQuery,
  type ImportResult,
  type RemovedImports,
} from '../../domain/import-result.ts';
import { costMicroUsd, count, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { tokenUsageSchema } from './usage.ts';

export const importQuerySchema = schemaFor<ImportQuery>()(
  v.strictObject({
    tool: v.string(),
    text: v.pipe(v.string(), v.maxLength(largestImport)),
    isPreview: v.boolean(),
  }),
);

const importedModelSchema = schemaFor<ImportedModel>()(
  v.strictObject({ model: v.string(), requests: count, usage: tokenUsageSchema }),
);

export const importResultSchema = schemaFor<ImportResult>()(
  v.strictObject({
    tool: v.string(),
    failure: v.nullable(v.picklist(['unknown-tool', 'other-format'])),
    isPreview: v.boolean(),
    requests: count,
    firstAtMs: v.nullable(instantMs),
    lastAtMs: v.nullable(instantMs),
    usage: tokenUsageSchema,
    costMicroUsd,
    models: listOf(importedModelSchema),
    skips: v.record(v.string(), count),
  }),
);

export const removeImportsSchema = v.strictObject({ tool: v.string() });

export const removedImportsSchema = schemaFor<RemovedImports>()(v.strictObject({ tool: v.string(), files: count }));
