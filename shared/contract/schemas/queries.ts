import * as v from 'valibot';
import type { DayKey } from '../../domain/calendar-day.ts';
import type { ValueRule } from '../../domain/call-failure.ts';
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

/** Refuses a span that ends before it begins: its answer would look as if nothing had been used. */
export const inOrder = <Query extends Pick<SpanQuery, 'since' | 'until'>>() =>
  v.check<Query, 'day-order'>(({ since, until }) => isInOrder(since, until), 'day-order' satisfies ValueRule);

/** Whether a span does not end before it begins; null is no bound. */
export function isInOrder(since: DayKey | null, until: DayKey | null): boolean {
  return since === null || until === null || since <= until;
}

export const spanQuerySchema = schemaFor<SpanQuery>()(v.pipe(v.strictObject(spanEntries), inOrder()));

/** The members of a usage query, for queries that ask for more. */
export const usageQueryEntries = { ...spanEntries, ...filterEntries };

export const usageQuerySchema = schemaFor<UsageQuery>()(v.pipe(v.strictObject(usageQueryEntries), inOrder()));

export const sourceQuerySchema = schemaFor<SourceQuery>()(v.strictObject({ source: spanEntries.source }));

export const reportQuerySchema = schemaFor<ReportQuery>()(
  v.pipe(
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
    inOrder(),
  ),
);
