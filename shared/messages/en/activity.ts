import type { Formats } from '../format/formats.ts';
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
    },
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
