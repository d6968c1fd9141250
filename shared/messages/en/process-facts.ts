import type { SessionLink, TreeMember } from '../../domain/agent-process.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { createUnitMessages } from './units.ts';

const confidences: Readonly<Record<SessionLink['confidence'], string>> = {
  certain: '',
  likely: ' (likely)',
  possible: ' (possibly)',
};

/** What is known of processes that are about to be ended. */
export interface ProcessFacts {
  /** One process: its name, never its command line, which may hold a prompt or a secret. */
  member(member: TreeMember, nowMs: number): string;
  /** What they work for, or did. */
  origin(session: SessionLink | null, lastEventAtMs: number | null, nowMs: number): string;
}

/** What is known of processes that are about to be ended, in words. */
export function createProcessFacts(format: Formats): ProcessFacts {
  const { ago, duration } = createUnitMessages(format);
  return {
    member({ name, pid, parentPid, startedAtMs, rssBytes, ports }, nowMs) {
      const listens =
        ports === null || ports.length === 0
          ? []
          : [
              `${format.plural(ports.length, { one: 'port', other: 'ports' })} ${ports.map(({ port }) => port).join(', ')}`,
            ];
      return [
        `${cleanText(name)}, process ${pid}`,
        format.bytes(rssBytes),
        `${duration(Math.max(0, nowMs - startedAtMs))} old`,
        `started by process ${parentPid}`,
        ...listens,
      ].join(', ');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'No session of it is known.';
      const last = lastEventAtMs === null ? '' : `, last response ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `Session ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}.`;
    },
  };
}
