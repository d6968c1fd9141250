import type { Formats } from '../format/formats.ts';
import type { SessionLink } from '../../domain/agent-process.ts';
import { createUnitMessages } from './units.ts';
import { describeOpenedTerminal } from './terminals.ts';

/** What runs right now: sessions and processes. */
export function createActivityMessages(format: Formats) {
  const { ago, duration } = createUnitMessages(format);
  return {
    sessions: {
      states: { working: 'Working', waiting: 'Waiting', idle: 'Idle', paused: 'Paused' },
      /** How long a session has been quiet. */
      quiet: {
        waiting: (ms: number): string => `waiting ${duration(ms)}`,
        idle: (ms: number): string => `idle ${duration(ms)}`,
      },
      use: (cpuRatio: number | null, rssBytes: number): string =>
        `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
      context: (tokens: string): string => `${tokens} ctx`,
      contextTitle: 'Tokens of its newest prompt, subagents aside: how full the context is',
      rate: (tokens: string): string => `${tokens} per minute over the last 15 minutes`,
      useTitle: 'CPU, as a share of one core, and memory of its processes',
      totalUse: (cpuRatio: number | null, rssBytes: number): string =>
        `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} of a core`}`,
      count: (count: number): string =>
        `${format.integer(count)} ${format.plural(count, { one: 'session', other: 'sessions' })}`,
      withoutSession: 'no session known',
      menu: (name: string): string => `Actions for ${name}`,
      showFolder: 'Show folder',
      showTerminal: 'Show terminal',
      terminal: describeOpenedTerminal,
      details: 'Details',
      pause: 'Pause',
      resume: 'Resume',
      end: 'End…',
      endTitle: (count: number): string =>
        `End ${format.plural(count, { one: 'this process', other: `these ${format.integer(count)} processes` })}?`,
      looking: 'Looking up what it started…',
      hasEnded: 'It has ended already.',
      endHint: 'Asked to stop first, then forced to. Unsaved work is lost.',
      endFact: (label: string, pid: number, processes: number, rssBytes: number): string =>
        `${label}, process ${pid}${processes > 1 ? ` and ${format.integer(processes - 1)} that it started` : ''}, ${format.bytes(rssBytes)}`,
      paused: (name: string): string => `${name} is paused.`,
      resumed: (name: string): string => `${name} is running again.`,
      noFolder: 'Its folder is not known.',
      more: (count: number): string => `${format.integer(count)} more in Explore`,
      showAll: (count: number): string => `Show all ${format.integer(count)}`,
      meta: (agent: string, ageMs: number): string => `${agent} · ${ago(ageMs)}`,
      /** How long it has been quiet, and what its processes use. */
      joinUse: (quiet: string, use: string): string => `${quiet} · ${use}`,
      joined: {
        certain: 'Its process is known for certain.',
        likely: 'Its process was found by its folder; this is probably right.',
        possible: 'Several processes may belong to it; this is the best guess.',
      } satisfies Readonly<Record<SessionLink['confidence'], string>>,
    },
    orphans: createOrphanMessages(format),
    /** What Fuelgauge itself costs. */
    own(cpuRatio: number | null, bytes: number): string {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `Fuelgauge itself: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs: number, writtenBytes: number | null, wakeUps: number | null): string =>
      `Measured over the last ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} written to disk since it started`) +
      (wakeUps === null ? '' : `; ${format.integer(wakeUps)} wake-ups per second`),
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
    proof(agent: string | null, goneMs: number | null, ageMs: number, cpuRatio: number | null): string {
      const gone = agent === null || goneMs === null ? 'Whatever started it is gone' : `${agent} ended ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · ${duration(ageMs)} old${cpu}`;
    },
    notEnded: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'process', other: 'processes' })} could not be ended: ` +
      `the system does not allow it, or ${format.plural(count, { one: 'it no longer belongs', other: 'they no longer belong' })} to an agent.`,
  };
}
