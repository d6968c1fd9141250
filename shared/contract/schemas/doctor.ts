import * as v from 'valibot';
import type { OwnBudget } from '../../domain/agent-process.ts';
import type { Coverage } from '../../domain/coverage.ts';
import type { DoctorReport, RootStatus, SourceDiagnosis } from '../../domain/doctor-report.ts';
import { boundedLabels, type FoldedLabel } from '../../domain/metric-label.ts';
import { count, instantMs } from './common.ts';
import { problemSchema, readFailureSchema } from './problems.ts';
import { ownCostSchema } from './processes.ts';
import { listOf, schemaFor } from './schema-for.ts';

export const rootStatusSchema = schemaFor<RootStatus>()(
  v.strictObject({
    path: v.string(),
    origin: v.string(),
    state: v.picklist(['found', 'missing', 'unreadable', 'asleep']),
    files: count,
    bytes: count,
  }),
);

const words = v.record(v.string(), v.string());

const coverageSchema = schemaFor<Coverage>()(
  v.variant('kind', [
    v.strictObject({ kind: v.literal('exact') }),
    v.strictObject({ kind: v.picklist(['partial', 'none']), gap: v.string() }),
  ]),
);

const sourceDiagnosisSchema = schemaFor<SourceDiagnosis>()(
  v.strictObject({
    source: v.string(),
    label: v.string(),
    coverage: coverageSchema,
    roots: listOf(rootStatusSchema),
    files: count,
    bytes: count,
    goneFiles: count,
    lines: count,
    eventRows: count,
    events: count,
    lastEventAtMs: v.nullable(instantMs),
    mergedRows: count,
    replayedEvents: count,
    unfinishedEvents: count,
    words: v.strictObject({ skipReasons: words, unloggedCalls: words }),
    skips: v.record(v.string(), count),
    unloggedCalls: v.record(v.string(), count),
    unpricedModels: v.array(v.string()),
    unreadable: v.array(v.strictObject({ path: v.string(), reason: readFailureSchema })),
  }),
);

export const doctorReportSchema = schemaFor<DoctorReport>()(
  v.strictObject({
    generatedAtMs: instantMs,
    dataFolder: v.string(),
    pricesDatedOn: v.string(),
    problems: listOf(problemSchema),
    own: ownCostSchema,
    ownBudget: schemaFor<OwnBudget>()(v.strictObject({ cpuRatio: v.number(), memoryBytes: count })),
    sources: listOf(sourceDiagnosisSchema),
    foldedLabels: listOf(schemaFor<FoldedLabel>()(v.strictObject({ label: v.picklist(boundedLabels), values: count }))),
  }),
);
