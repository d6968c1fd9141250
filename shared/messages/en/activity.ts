import type { Formats } from '../format/formats.ts';
import type { SessionLink } from '../../domain/agent-process.ts';
import { createUnitMessages } from './units.ts';

/** What runs right now: sessions and processes. */
export function createActivityMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  return {
    sessions: {
      title: 'Sessions',
      more: (count: number): string => `${format.integer(count)} more in History`,
      running: 'Running',
      notRunning: 'Not running',
      meta: (agent: string, ageMs: number): string => `${agent} · ${ago(ageMs)}`,
      /** What the processes of a session use. `cpuRatio` is null until the second sample. */
      metaWithUse(agent: string, cpuRatio: number | null, rssBytes: number): string {
        const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
        return `${agent}${cpu} · ${format.bytes(rssBytes)}`;
      },
      joined: {
        certain: 'Its process is known for certain.',
        likely: 'Its process was found by its folder, which is likely right.',
        possible: 'Several processes may be its own; this is the best guess.',
      } satisfies Readonly<Record<SessionLink['confidence'], string>>,
    },
    orphans: createOrphanMessages(format),
    /** What Fuelgauge itself costs. */
    own(cpuRatio: number | null, bytes: number): string {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `Fuelgauge itself: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs: number, writtenBytes: number | null): string =>
      `Measured over the last ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} written to disk since it started`),
    processes: {
      title: 'Processes',
      agent: 'Agent',
      cpu: 'CPU',
      cpuTitle: 'Share of one processor core used by the agent and everything it started',
      memory: 'Memory',
      memoryTitle: 'Resident memory of the agent and everything it started',
      ofOneCore: 'Share of one processor core',
      nextSample: 'Known after the next sample',
      count: (count: number): string =>
        `${format.integer(count)} ${format.plural(count, { one: 'process', other: 'processes' })}`,
      countAndFolder: (count: string, folder: string): string => `${count}\u00a0· ${folder}`,
      describe(pid: number, runningMs: number, folder: string | null): string {
        const where = folder === null ? '' : `, in ${folder}`;
        return `Process ${pid}, running for ${duration(runningMs)}${where}`;
      },
    },
  };
}

/** What agents left behind. */
function createOrphanMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  return {
    title: 'Left behind',
    end: 'End…',
    endOf: (name: string): string => `End ${name} and everything it started`,
    question: (count: number): string =>
      `End ${format.plural(count, { one: 'this process', other: `these ${format.integer(count)} processes` })}?`,
    confirm: (count: number): string =>
      `End ${format.integer(count)} ${format.plural(count, { one: 'process', other: 'processes' })}`,
    keep: 'Keep',
    item: (name: string, pid: number, rssBytes: number): string => `${name}, process ${pid}, ${format.bytes(rssBytes)}`,
    proof(agent: string | null, goneMs: number | null, ageMs: number, cpuRatio: number | null): string {
      const gone = agent === null || goneMs === null ? 'Whatever started it is gone' : `${agent} ended ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · ${duration(ageMs)} old${cpu}`;
    },
    notEnded: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'process', other: 'processes' })} could not be ended: ` +
      `the system does not allow it, or ${format.plural(count, { one: 'it is', other: 'they are' })} not an agent’s any more.`,
  };
}
