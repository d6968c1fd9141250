import * as v from 'valibot';
import type { AgentProcess } from '../../domain/process-sample.ts';
import { count, finite, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

export const agentProcessSchema = schemaFor<AgentProcess>()(
  v.strictObject({
    agent: v.string(),
    label: v.string(),
    pid: count,
    startedAtMs: instantMs,
    cwd: v.nullable(v.string()),
    processes: count,
    cpuRatio: v.nullable(finite),
    rssBytes: count,
  }),
);

/** The agents that run now. */
export const processesSchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(agentProcessSchema) });
