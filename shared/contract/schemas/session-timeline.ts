import * as v from 'valibot';
import type { PlacedSubagent } from '../../domain/subagent.ts';
import type { SessionQuery, SessionTimeline, TimelinePoint } from '../../domain/session-timeline.ts';
import { costMicroUsd, count, instantMs } from './common.ts';
import { processUsageSchema } from './processes.ts';
import { listOf, schemaFor } from './schema-for.ts';
import { sessionSchema } from './sessions.ts';
import { subagentSchema } from './subagents.ts';
import { tokenUsageSchema } from './usage.ts';

const name = v.pipe(v.string(), v.maxLength(1_000));

export const sessionQuerySchema = schemaFor<SessionQuery>()(v.strictObject({ source: name, sessionId: name }));

const pointSchema = schemaFor<TimelinePoint>()(
  v.strictObject({
    atMs: instantMs,
    lastAtMs: instantMs,
    model: v.string(),
    isSidechain: v.boolean(),
    events: count,
    usage: tokenUsageSchema,
    costMicroUsd,
    isCostPartial: v.boolean(),
    contextTokens: count,
  }),
);

const placedSubagentSchema = schemaFor<PlacedSubagent>()(v.strictObject({ subagent: subagentSchema, depth: count }));

/** A session over time: numbers only. */
export const sessionTimelineSchema = schemaFor<SessionTimeline>()(
  v.strictObject({
    generatedAtMs: instantMs,
    timeZone: v.string(),
    session: v.nullable(sessionSchema),
    parentId: v.nullable(v.string()),
    subagents: listOf(placedSubagentSchema),
    grainMs: count,
    points: listOf(pointSchema),
    processes: listOf(processUsageSchema),
  }),
);
