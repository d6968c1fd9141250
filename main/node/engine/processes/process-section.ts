import type { SessionLink } from '../../../../shared/domain/agent-process.ts';
import type { Clock } from '../../../../shared/ports/clock.ts';
import type { ProcessProbe } from '../../../../shared/ports/process-probe.ts';
import { joinSessions, type JoinableSession } from '../../../../shared/processes/join-sessions.ts';
import { findOrphans, type OrphanMemory } from '../../../../shared/processes/orphans.ts';
import type { ProcessesSection } from '../../../../shared/snapshot/app-snapshot.ts';
import { noLeftBehind, type LeftBehind } from './left-behind.ts';
import { createOwnMeter, type OwnMeter } from './own-meter.ts';
import type { ProcessSurvey } from './process-watch.ts';

/** Turns surveys of the process table into what is shown. */
export interface SectionBuilder {
  /** Takes in a new survey. */
  accept(survey: ProcessSurvey): Promise<ProcessesSection>;
  /** The same processes with their sessions as the ledger has them now; null before the first survey. */
  rejoin(): ProcessesSection | null;
}

/** Builds it; `sessions` are those that may be running. */
export function createSectionBuilder(options: {
  readonly probe: ProcessProbe;
  readonly clock: Clock;
  readonly sessions: () => readonly JoinableSession[];
  readonly isAttended: () => boolean;
  /** Without it, only what this host has seen itself counts as left behind. */
  readonly leftBehind?: LeftBehind;
}): SectionBuilder {
  const { leftBehind = noLeftBehind } = options;
  const own: OwnMeter = createOwnMeter(options);
  let memory: OrphanMemory = new Map();
  let last: { readonly survey: ProcessSurvey; readonly section: ProcessesSection } | null = null;

  const join = ({ agents, joinable }: ProcessSurvey): Pick<ProcessesSection, 'agents'> => {
    const links = joinSessions(joinable, options.sessions());
    return { agents: agents.map((agent) => ({ ...agent, session: links.get(agent.pid) ?? null })) };
  };
  return {
    async accept(survey) {
      const { agents } = join(survey);
      const sessions = new Map<number, SessionLink | null>(agents.map(({ pid, session }) => [pid, session]));
      const found = findOrphans(leftBehind.addKnown(memory), {
        ...survey,
        sessionOf: (pid) => sessions.get(pid) ?? null,
        nowMs: survey.atMs,
      });
      memory = found.memory;
      leftBehind.note(memory);
      const section = { agents, orphans: found.orphans, own: await own.measure(survey) };
      last = { survey, section };
      return section;
    },
    rejoin() {
      if (last === null) return null;
      last = { ...last, section: { ...last.section, ...join(last.survey) } };
      return last.section;
    },
  };
}
