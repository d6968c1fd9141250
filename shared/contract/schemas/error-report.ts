import * as v from 'valibot';
import type { ErrorReportPreview } from '../../domain/error-report.ts';
import { schemaFor } from './schema-for.ts';

export const errorReportPreviewSchema = schemaFor<ErrorReportPreview>()(
  v.strictObject({ address: v.nullable(v.string()), isExample: v.boolean(), payload: v.string() }),
);
