import type { SessionLink } from '../../domain/agent-process.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { ProcessFacts } from '../en/process-facts.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const confidences: Readonly<Record<SessionLink['confidence'], string>> = {
  certain: '',
  likely: ' (probablement)',
  possible: ' (peut-être)',
};

/** What is known of processes that are about to be ended, in words. */
export function createProcessFacts(format: Formats): ProcessFacts {
  const { ago, duration } = createUnits(format);
  return {
    member({ name, pid, parentPid, startedAtMs, rssBytes, ports }, nowMs) {
      const listens =
        ports === null || ports.length === 0
          ? []
          : [
              `${format.plural(ports.length, { one: 'port', other: 'ports' })} ${ports.map(({ port }) => port).join(', ')}`,
            ];
      return [
        `${cleanText(name)}, processus ${pid}`,
        format.bytes(rssBytes),
        `lancé il y a ${duration(Math.max(0, nowMs - startedAtMs))}`,
        `lancé par le processus ${parentPid}`,
        ...listens,
      ].join(', ');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'Aucune session connue.';
      const last = lastEventAtMs === null ? '' : `, dernière réponse ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `Session ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}.`;
    },
  };
}
