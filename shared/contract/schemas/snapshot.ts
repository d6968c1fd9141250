import * as v from 'valibot';
import type { RecentBurn } from '../../domain/burn-rate.ts';
import { costModes } from '../../domain/price-choices.ts';
import { sectionNames } from '../../snapshot/app-snapshot.ts';
import type {
  AppSnapshot,
  ScanStatus,
  SectionName,
  SnapshotChange,
  SnapshotSections,
  SourceStatus,
} from '../../snapshot/app-snapshot.ts';
import { calendarSettingsSchema } from '../../settings/calendar-settings.ts';
import { activeBlockSchema } from './blocks.ts';
import { costMicroUsd, count, currencySchema, instantMs, percent } from './common.ts';
import { rootStatusSchema } from './doctor.ts';
import { anomalySchema, limitForecastSchema, totalForecastSchema } from './forecast.ts';
import { limitChangesSchema, limitWindowSchema } from './limits.ts';
import { problemSchema } from './problems.ts';
import { processesSectionSchema } from './processes.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { runningSessionSchema } from './sessions.ts';
import { periodUsageSchema } from './usage.ts';

const scanStatusSchema = schemaFor<ScanStatus>()(
  v.strictObject({
    phase: v.picklist(['starting', 'scanning', 'watching', 'following', 'paused', 'failed']),
    filesDone: count,
    filesTotal: count,
    bytesDone: count,
    bytesTotal: count,
    percent,
  }),
);

const sourceStatusSchema = schemaFor<SourceStatus>()(
  v.strictObject({
    source: v.string(),
    label: v.string(),
    isAgent: v.boolean(),
    roots: listOf(rootStatusSchema),
    events: count,
    lastAtMs: v.nullable(instantMs),
    plans: listOf(v.strictObject({ id: v.string(), label: v.string() })),
    limitProgram: v.nullable(v.string()),
  }),
);

const recentBurnSchema = schemaFor<RecentBurn>()(
  v.strictObject({
    minutes: v.array(
      v.strictObject({
        ...{ source: v.string(), atMs: instantMs, tokens: count, freshTokens: count },
        ...{ costMicroUsd, isCostPartial: v.boolean() },
      }),
    ),
    coverageFromMs: v.nullable(instantMs),
  }),
);

const sectionEntries = {
  scan: scanStatusSchema,
  sources: listOf(sourceStatusSchema),
  blocks: listOf(activeBlockSchema),
  limits: v.strictObject({ windows: listOf(limitWindowSchema), forecasts: listOf(limitForecastSchema) }),
  usage: v.strictObject({
    timeZone: v.string(),
    calendar: calendarSettingsSchema,
    currency: currencySchema,
    costMode: v.picklist(costModes),
    today: periodUsageSchema,
    week: periodUsageSchema,
    forecasts: listOf(totalForecastSchema),
    anomalies: listOf(anomalySchema),
    limitChanges: limitChangesSchema,
  }),
  burn: recentBurnSchema,
  sessions: listOf(runningSessionSchema),
  processes: processesSectionSchema,
  health: v.strictObject({ problems: listOf(problemSchema) }),
};

const sectionsSchema = schemaFor<SnapshotSections>()(v.strictObject(sectionEntries));

const sectionRevisionsSchema = schemaFor<Readonly<Record<SectionName, number>>>()(
  v.strictObject(v.entriesFromList(sectionNames, count)),
);

export const snapshotSchema = schemaFor<AppSnapshot>()(
  v.strictObject({
    schema: v.literal('fuelgauge.snapshot.v1'),
    revision: count,
    generatedAtMs: instantMs,
    sections: sectionsSchema,
    sectionRevisions: sectionRevisionsSchema,
  }),
);

export const snapshotChangeSchema = schemaFor<SnapshotChange>()(
  v.strictObject({
    baseRevision: count,
    revision: count,
    generatedAtMs: instantMs,
    sections: v.partial(v.strictObject(sectionEntries)),
  }),
);
