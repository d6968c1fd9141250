import type {
  AgentTreeRow,
  OrphanGroup,
  SessionLink,
  SignalResult,
  TreeMember,
} from '../../../../shared/domain/agent-process.ts';
import { cleanText } from '../../../../shared/lib/clean-text.ts';
import { pickTargets } from '../../../../shared/processes/pick-targets.ts';
import { askConsent, type AskPerson } from '../ask-consent.ts';
import { messages } from '../messages.ts';
import type { Answer, CliCommand } from '../command.ts';

const { processes: texts } = messages.cli;

/** The actions on processes. */
export const processActions = ['end', 'pause', 'resume'] as const;
export type ProcessAction = (typeof processActions)[number];

/**
 * Builds `fuelgauge processes end|pause|resume`. Ending shows exactly what will be ended and asks first, unless `isYes`;
 * pausing can be undone, so it does not ask.
 */
export function createProcessAction(
  action: ProcessAction,
  pids: readonly number[],
  isYes: boolean,
  ask: AskPerson,
): CliCommand {
  return {
    name: 'processes',
    needsLogs: false,
    options: [],
    async ask(client) {
      const { rows, orphans, generatedAtMs } = await client.call('processes', { source: null });
      const trees = [...rows, ...orphans].map(({ members }) => members);
      const targets = new Map(pids.flatMap((pid) => pickTargets(pid, trees)).map((member) => [member.pid, member]));
      const context = toContexts(rows, orphans);
      const missing = pids.filter((pid) => !targets.has(pid));
      if (missing.length > 0) return toAnswer([], [texts.notListed(missing)]);
      const members = [...targets.values()];
      const refusal =
        action === 'end' && !isYes ? await confirm(members, { context, nowMs: generatedAtMs }, ask) : null;
      if (refusal !== null) return toAnswer([], [refusal]);
      const ids = members.map(({ pid, startedAtMs }) => ({ pid, startedAtMs }));
      const { results } =
        action === 'end'
          ? await client.call('endProcesses', { targets: ids })
          : await client.call('pauseProcesses', { targets: ids, isPaused: action === 'pause' });
      return toAnswer(
        results,
        results.map((result) => describe(result, targets.get(result.pid))),
      );
    },
  };
}

/** What a process belongs to. */
interface Context {
  readonly session: SessionLink | null;
  readonly lastEventAtMs: number | null;
}

function toContexts(rows: readonly AgentTreeRow[], orphans: readonly OrphanGroup[]): ReadonlyMap<number, Context> {
  const groups = [...rows, ...orphans.map((orphan) => ({ ...orphan, lastEventAtMs: null }))];
  return new Map(
    groups.flatMap(({ members, session, lastEventAtMs }) =>
      members.map(({ pid }) => [pid, { session, lastEventAtMs }] as const),
    ),
  );
}

/** Why nothing is ended; null when the person agrees. Everything that is known of each process is shown first. */
async function confirm(
  members: readonly TreeMember[],
  { context, nowMs }: { readonly context: ReadonlyMap<number, Context>; readonly nowMs: number },
  ask: AskPerson,
): Promise<string | null> {
  const list = members.map((member) => {
    const { session = null, lastEventAtMs = null } = context.get(member.pid) ?? {};
    const facts = texts.proof({
      ageMs: Math.max(0, nowMs - member.startedAtMs),
      parentPid: member.parentPid,
      rssBytes: member.rssBytes,
      session: session === null ? null : texts.session(cleanText(session.sessionId), session.confidence),
      quietMs: lastEventAtMs === null ? null : Math.max(0, nowMs - lastEventAtMs),
      ports: member.ports?.map(({ port }) => port) ?? [],
    });
    return `  ${String(member.pid).padStart(7)}  ${cleanText(member.name)}  ${facts}\n`;
  });
  return askConsent(ask, `${list.join('')}${texts.confirmEnd(members.length)}`, texts);
}

function describe({ pid, outcome }: SignalResult, member: TreeMember | undefined): string {
  return texts.outcome(cleanText(member?.name ?? ''), pid, outcome);
}

/** Text and JSON; it fails if something that was meant to be signalled was not. */
function toAnswer(results: readonly SignalResult[], lines: readonly string[]): Answer {
  const isDone = results.length > 0 && results.every(({ outcome }) => ['done', 'forced', 'gone'].includes(outcome));
  return {
    json: () => ({ schema: 'fuelgauge.process-signals.v1', results }),
    text: () => lines,
    exitCode: isDone ? 0 : 1,
  };
}
