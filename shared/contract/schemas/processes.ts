import * as v from 'valibot';
import {
  joinConfidences,
  joinEvidences,
  memberKinds,
  orphanEvidences,
  programCategories,
  signalOutcomes,
  type AgentProcess,
  type AgentTreeRow,
  type OrphanGroup,
  type OwnCost,
  type ProcessId,
  type SessionLink,
  type SignalResult,
  type StartedBy,
  type TreeMember,
} from '../../domain/agent-process.ts';
import { terminalKinds, terminalOutcomes, type OpenedTerminal } from '../../domain/terminal.ts';
import type { ListeningPort } from '../../domain/process-details.ts';
import { usageGrainsMs, type ProcessUsage } from '../../domain/process-usage.ts';
import type { ProcessesSection } from '../../snapshot/app-snapshot.ts';
import { count, finite, instantMs } from './common.ts';
import { listOf, schemaFor } from './schema-for.ts';

const idEntries = { pid: count, startedAtMs: instantMs };

const sessionLinkSchema = schemaFor<SessionLink>()(
  v.strictObject({
    source: v.string(),
    sessionId: v.string(),
    confidence: v.picklist(joinConfidences),
    evidence: v.picklist(joinEvidences),
  }),
);

const agentEntries = {
  agent: v.string(),
  label: v.string(),
  category: v.picklist(programCategories),
  ...idEntries,
  cwd: v.nullable(v.string()),
  processes: count,
  cpuRatio: v.nullable(finite),
  rssBytes: count,
  isPaused: v.nullable(v.boolean()),
  session: v.nullable(sessionLinkSchema),
};

const agentProcessSchema = schemaFor<AgentProcess>()(v.strictObject(agentEntries));

const portSchema = schemaFor<ListeningPort>()(v.strictObject({ port: count, address: v.string() }));

const memberSchema = schemaFor<TreeMember>()(
  v.strictObject({
    ...idEntries,
    parentPid: count,
    name: v.string(),
    kind: v.picklist(memberKinds),
    cpuRatio: v.nullable(finite),
    rssBytes: count,
    isPaused: v.nullable(v.boolean()),
    ports: v.nullable(listOf(portSchema)),
  }),
);

const agentTreeSchema = schemaFor<AgentTreeRow>()(
  v.strictObject({
    ...agentEntries,
    parentPid: count,
    isDetached: v.boolean(),
    startedBy: v.nullable(
      schemaFor<StartedBy>()(v.strictObject({ ...idEntries, label: v.string(), sessionId: v.nullable(v.string()) })),
    ),
    pssBytes: v.nullable(count),
    lastEventAtMs: v.nullable(instantMs),
    isIdle: v.boolean(),
    members: listOf(memberSchema),
  }),
);

const orphanSchema = schemaFor<OrphanGroup>()(
  v.strictObject({
    agent: v.nullable(v.string()),
    label: v.nullable(v.string()),
    evidence: v.picklist(orphanEvidences),
    session: v.nullable(sessionLinkSchema),
    agentGoneAtMs: v.nullable(instantMs),
    cpuRatio: v.nullable(finite),
    rssBytes: count,
    members: listOf(memberSchema),
  }),
);

/** What Fuelgauge itself costs. */
export const ownCostSchema = schemaFor<OwnCost>()(
  v.strictObject({
    processes: count,
    cpuRatio: v.nullable(finite),
    sinceMs: instantMs,
    rssBytes: count,
    pssBytes: v.nullable(count),
    writtenBytes: v.nullable(count),
    wakeUpsPerSecond: v.nullable(finite),
  }),
);

/** The section of the snapshot. */
export const processesSectionSchema = schemaFor<ProcessesSection>()(
  v.strictObject({ agents: listOf(agentProcessSchema), orphans: listOf(orphanSchema), own: v.nullable(ownCostSchema) }),
);

/** The agents that run now with all of their processes, and what others left behind. */
export const processesSchema = v.strictObject({
  generatedAtMs: instantMs,
  rows: listOf(agentTreeSchema),
  orphans: listOf(orphanSchema),
});

/** What an agent's processes used in one slot of time. */
export const processUsageSchema = schemaFor<ProcessUsage>()(
  v.strictObject({
    startMs: instantMs,
    grainMs: v.picklist(usageGrainsMs),
    agent: v.string(),
    sessionId: v.nullable(v.string()),
    runningMs: count,
    activeMs: count,
    cpuMs: count,
    rssKibMs: count,
    maxRssBytes: count,
    maxProcesses: count,
  }),
);

/** What the processes of agents used, oldest first. */
export const processHistorySchema = v.strictObject({ generatedAtMs: instantMs, rows: listOf(processUsageSchema) });

/** Processes to end, pause or resume. More than this at once is a mistake. */
const targetsSchema = v.pipe(
  listOf(schemaFor<ProcessId>()(v.strictObject(idEntries))) as v.GenericSchema<unknown, ProcessId[]>,
  v.minLength(1),
  v.maxLength(200),
);

export const endProcessesSchema = v.strictObject({ targets: targetsSchema });

export const pauseProcessesSchema = v.strictObject({ targets: targetsSchema, isPaused: v.boolean() });

/** The outcome for every target, in order. */
export const signalResultsSchema = v.strictObject({
  results: listOf(schemaFor<SignalResult>()(v.strictObject({ ...idEntries, outcome: v.picklist(signalOutcomes) }))),
});

/** The agent whose terminal is to be shown. */
export const openTerminalSchema = schemaFor<ProcessId>()(v.strictObject(idEntries));

/** Whether it is shown now. */
export const openedTerminalSchema = schemaFor<OpenedTerminal>()(
  v.strictObject({
    outcome: v.picklist(terminalOutcomes),
    terminal: v.nullable(v.picklist(terminalKinds)),
    attach: v.nullable(v.string()),
  }),
);
