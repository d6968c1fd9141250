import type { SessionLink } from '../../domain/agent-process.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { ProcessFacts } from '../en/process-facts.ts';
import type { Formats } from '../format/formats.ts';
import { createUnits } from './units.ts';

const confidences: Readonly<Record<SessionLink['confidence'], string>> = {
  certain: '',
  likely: ' (wahrscheinlich)',
  possible: ' (möglicherweise)',
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
              `${format.plural(ports.length, { one: 'Port', other: 'Ports' })} ${ports.map(({ port }) => port).join(', ')}`,
            ];
      return [
        `${cleanText(name)}, Prozess ${pid}`,
        format.bytes(rssBytes),
        `läuft seit ${duration(Math.max(0, nowMs - startedAtMs))}`,
        `gestartet von Prozess ${parentPid}`,
        ...listens,
      ].join(', ');
    },
    origin(session, lastEventAtMs, nowMs) {
      if (session === null) return 'Keine Sitzung dazu ist bekannt.';
      const last = lastEventAtMs === null ? '' : `, letzte Antwort ${ago(Math.max(0, nowMs - lastEventAtMs))}`;
      return `Sitzung ${cleanText(session.sessionId)}${confidences[session.confidence]}${last}.`;
    },
  };
}
