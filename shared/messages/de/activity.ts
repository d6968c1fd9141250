import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Arbeitet', waiting: 'Wartet', idle: 'Untätig', paused: 'Angehalten' },
      quiet: { waiting: (ms) => `wartet seit ${duration(ms)}`, idle: (ms) => `untätig seit ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'Sitzung', other: 'Sitzungen' })}`,
      use: (cpuRatio, rssBytes) =>
        `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
      context: (tokens) => `${tokens} ctx`,
      contextTitle: 'Tokens des neuesten Prompts, ohne Subagenten: wie voll der Kontext ist',
      rate: (tokens) => `${tokens} pro Minute in den letzten 15 Minuten`,
      useTitle: 'CPU, als Anteil eines Kerns, und Arbeitsspeicher der Prozesse',
      totalUse: (cpuRatio, rssBytes) =>
        `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} eines Kerns`}`,
      endTitle: (count) =>
        format.plural(count, {
          one: 'Diesen Prozess beenden?',
          other: `Diese ${format.integer(count)} Prozesse beenden?`,
        }),
      looking: 'Gestartete Prozesse werden gesucht …',
      hasEnded: 'Bereits beendet.',
      endHint: 'Erst wird zum Beenden aufgefordert, dann wird es erzwungen. Nicht Gespeichertes geht verloren.',
      endFact: (label, pid, processes, rssBytes) =>
        `${label}, Prozess ${pid}${processes > 1 ? ` und ${format.integer(processes - 1)} davon gestartete` : ''}, ${format.bytes(rssBytes)}`,
      paused: (name) => `${name} ist angehalten.`,
      resumed: (name) => `${name} läuft weiter.`,
      noFolder: 'Der Ordner ist nicht bekannt.',
      joinUse: (quiet, use) => `${quiet} · ${use}`,
      joined: {
        certain: 'Der Prozess ist sicher bekannt.',
        likely: 'Der Prozess wurde über seinen Ordner gefunden; das stimmt wahrscheinlich.',
        possible: 'Mehrere Prozesse kommen infrage; dies ist die beste Vermutung.',
      },
      withoutSession: 'keine Sitzung bekannt',
      menu: (name) => `Aktionen für ${name}`,
      showFolder: 'Ordner zeigen',
      showTerminal: 'Terminal zeigen',
      terminal: describeOpenedTerminal,
      details: 'Einzelheiten',
      pause: 'Anhalten',
      resume: 'Fortsetzen',
      end: 'Beenden …',
      more: (count) => `${format.integer(count)} weitere unter „Erkunden“`,
      showAll: (count) => `Alle ${format.integer(count)} zeigen`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `Fuelgauge selbst: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `Gemessen in den letzten ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} seit dem Start geschrieben`) +
      (wakeUps === null ? '' : `; ${format.integer(wakeUps)} Mal pro Sekunde aufgewacht`),
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): NonNullable<Translation['activity']>['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: 'Zurückgelassen',
    end: 'Beenden …',
    endOf: (name) => `${name} und alles davon Gestartete beenden`,
    question: (count) =>
      format.plural(count, {
        one: 'Diesen Prozess beenden?',
        other: `Diese ${format.integer(count)} Prozesse beenden?`,
      }),
    confirm: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess', other: 'Prozesse' })} beenden`,
    keep: 'Behalten',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone =
        agent === null || goneMs === null ? 'Was es gestartet hat, ist beendet' : `${agent} endete ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · läuft seit ${duration(ageMs)}${cpu}`;
    },
    notEnded: (count) =>
      `${format.integer(count)} ${format.plural(count, { one: 'Prozess konnte', other: 'Prozesse konnten' })} nicht beendet werden: Das System erlaubt es nicht, oder ` +
      `${format.plural(count, { one: 'er gehört', other: 'sie gehören' })} nicht mehr zu einem Agenten.`,
  };
}
