import * as v from 'valibot';
import { filterFields, type FilterName } from '../../domain/profile-fields.ts';
import { reportKeys, reportSplits, type ReportQuery } from '../../domain/report.ts';
import type { SourceQuery, SpanQuery, UsageQuery } from '../../domain/span-query.ts';
import { day, timeZone } from './common.ts';
import { schemaFor } from './schema-for.ts';

/** Every member may be left out, as it may be in the address of a web request. */
const spanEntries = {
  since: v.optional(v.nullable(day), null),
  until: v.optional(v.nullable(day), null),
  timeZone: v.optional(v.nullable(timeZone), null),
  source: v.optional(v.nullable(v.string()), null),
};

const globs = v.optional(v.pipe(v.string(), v.maxLength(10_000)));
const filterEntries = {
  ...(Object.fromEntries(filterFields.map(({ filter }) => [filter, globs])) as Record<FilterName, typeof globs>),
  excludedProjects: globs,
};

export const spanQuerySchema = schemaFor<SpanQuery>()(v.strictObject(spanEntries));

/** The members of a usage query, for queries that ask for more. */
export const usageQueryEntries = { ...spanEntries, ...filterEntries };

export const usageQuerySchema = schemaFor<UsageQuery>()(v.strictObject(usageQueryEntries));

export const sourceQuerySchema = schemaFor<SourceQuery>()(v.strictObject({ source: spanEntries.source }));

export const reportQuerySchema = schemaFor<ReportQuery>()(
  v.strictObject({
    by: v.optional(v.picklist(reportKeys), 'day'),
    alsoBy: v.optional(
      v.pipe(
        v.string(),
        v.regex(new RegExp(`^(${reportKeys.join('|')})(,(${reportKeys.join('|')}))*$`)),
        v.maxLength(200),
      ),
    ),
    split: v.optional(v.picklist(reportSplits), 'none'),
    ...spanEntries,
    ...filterEntries,
  }),
);
