import type { SessionLink } from '../../domain/agent-process.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { ProcessFacts } from '../en/process-facts.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const confidences: Readonly<Record<SessionLink['confidence'], string>> = {
  certain: '',
  likely: ' (probablemente)',
  possible: ' (quizá)',
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
              `${format.plural(ports.length, { one: 'puerto', other: 'puertos' })} ${ports.map(({ port }) => port).join(', ')}`,
            ];
      return [
        `${cleanText(name)}, proceso ${pid}`,
        format.bytes(rssBytes),
        `iniciado hace ${duration(Math.max(0, nowMs - startedAtMs))}`,
        `iniciado por el proceso ${parentPid}`,
        ...listens,
      ].join(', ');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'No se conoce ninguna sesión suya.';
      const last = lastEventAtMs === null ? '' : `, última respuesta ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `Sesión ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}.`;
    },
  };
}
