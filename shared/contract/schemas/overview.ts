import * as v from 'valibot';
import type { HourUsage, Overview, SpanFigures, SpendingPlace, WorkHours } from '../../domain/overview.ts';
import { costMicroUsd, count, day, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { usageTotalsEntries, usageTotalsSchema } from './usage.ts';

const spanFiguresSchema = schemaFor<SpanFigures>()(
  v.strictObject({
    totals: usageTotalsSchema,
    sessions: count,
    projects: count,
    cacheSavedMicroUsd: costMicroUsd,
    limitStops: v.nullable(count),
  }),
);

const spendingPlaceSchema = schemaFor<SpendingPlace>()(
  v.strictObject({
    source: v.string(),
    model: v.string(),
    project: v.nullable(v.string()),
    ...usageTotalsEntries,
  }),
);

/** The figures of a range and of the one before it, and where the money went. */
export const overviewSchema = schemaFor<Overview>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    since: v.nullable(day),
    until: v.nullable(day),
    figures: spanFiguresSchema,
    before: v.nullable(spanFiguresSchema),
    beforeUntilMs: v.nullable(instantMs),
    places: listOf(spendingPlaceSchema),
    otherPlaces: usageTotalsSchema,
  }),
);

const hourOfWeekSchema = v.strictObject({
  weekday: v.pipe(count, v.maxValue(6)),
  hour: v.pipe(count, v.maxValue(23)),
  tokens: count,
  events: count,
  costMicroUsd,
});

/** When the person works, and with how many sessions at once. */
export const activitySchema = schemaFor<WorkHours>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    hours: v.array(hourOfWeekSchema),
    agentMinutes: count,
    peak: v.nullable(v.strictObject({ sessions: count, atMs: instantMs })),
  }),
);

const hourUsageSchema = schemaFor<HourUsage>()(
  v.strictObject({ startMs: instantMs, source: v.string(), ...usageTotalsEntries }),
);

/** Usage by hour and source, in order. */
export const hoursSchema = v.strictObject({
  generatedAtMs: instantMs,
  timeZone: v.string(),
  rows: listOf(hourUsageSchema),
  totals: usageTotalsSchema,
});
