import * as v from 'valibot';
import { activityCategories, activityKinds } from '../../domain/activity.ts';
import {
  activeTimeKinds,
  focusStates,
  historyFailures,
  type ActivityReport,
  type ActivitySum,
} from '../../domain/activity-sums.ts';
import { forgettingOutcomes, type ForgottenActivity } from '../../domain/forgotten-activity.ts';
import type { ListedActivity, ListedEntry } from '../../domain/listed-activity.ts';
import { costMicroUsd, count, finite, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

const sumSchema = schemaFor<ActivitySum>()(
  v.strictObject({
    name: v.string(),
    label: v.string(),
    category: v.nullable(v.picklist(activityCategories)),
    via: listOf(v.string()),
    activeMs: count,
    activeKind: v.picklist(activeTimeKinds),
    count,
    undatedCount: count,
    inputTokens: count,
    outputTokens: count,
    usdPerHour: v.nullable(finite),
    costMicroUsd,
  }),
);

const failureSchema = schemaFor<ActivityReport['failures'][number]>()(
  v.strictObject({ browser: v.string(), failure: v.picklist(historyFailures) }),
);

/** The use of AI sites, apps, tools and APIs over a span. */
export const appsAndSitesSchema = schemaFor<ActivityReport>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    isOn: v.strictObject({ sites: v.boolean(), apps: v.boolean(), commands: v.boolean(), receiver: v.boolean() }),
    focus: v.picklist(focusStates),
    failures: listOf(failureSchema),
    ratesDate: v.string(),
    sites: listOf(sumSchema),
    apps: listOf(sumSchema),
    commands: listOf(sumSchema),
    apis: listOf(sumSchema),
  }),
);

const listedEntrySchema = schemaFor<ListedEntry>()(
  v.strictObject({
    kind: v.picklist(['site', 'app']),
    name: v.string(),
    label: v.string(),
    category: v.picklist(activityCategories),
    usdPerHour: v.nullable(finite),
  }),
);

/** Every site and app whose use is counted. */
export const listedActivitySchema = schemaFor<ListedActivity>()(
  v.strictObject({ ratesDate: v.string(), entries: listOf(listedEntrySchema) }),
);

/** The kinds to delete. */
export const forgetActivitySchema = v.strictObject({
  kinds: v.pipe(v.array(v.picklist(activityKinds)), v.nonEmpty(), v.maxLength(activityKinds.length)),
});

/** The outcome. */
export const forgottenActivitySchema = schemaFor<ForgottenActivity>()(
  v.strictObject({ outcome: v.picklist(forgettingOutcomes), rows: count }),
);
