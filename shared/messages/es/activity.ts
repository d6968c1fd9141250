import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeOpenedTerminal } from './terminals.ts';
import { createUnits } from './units.ts';

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Trabajando', waiting: 'Esperando', idle: 'Inactiva', paused: 'En pausa' },
      quiet: { waiting: (ms) => `esperando ${duration(ms)}`, idle: (ms) => `inactiva ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'sesión', other: 'sesiones' })}`,
      use: (cpuRatio, rssBytes) =>
        `${cpuRatio === null ? '' : `${format.percent(cpuRatio * 100)} · `}${format.bytes(rssBytes)}`,
      context: (tokens) => `${tokens} ctx`,
      contextTitle: 'Tokens de su último prompt, sin subagentes: lo lleno que está el contexto',
      rate: (tokens) => `${tokens} por minuto en los últimos 15 minutos`,
      useTitle: 'CPU, como parte de un núcleo, y memoria de sus procesos',
      totalUse: (cpuRatio, rssBytes) =>
        `${format.bytes(rssBytes)}${cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} de un núcleo`}`,
      endTitle: (count) =>
        format.plural(count, {
          one: '¿Finalizar este proceso?',
          other: `¿Finalizar estos ${format.integer(count)} procesos?`,
        }),
      looking: 'Buscando lo que inició…',
      hasEnded: 'Ya ha finalizado.',
      endHint: 'Primero se le pide que termine y después se le fuerza. Lo que no esté guardado se pierde.',
      endFact: (label, pid, processes, rssBytes) =>
        `${label}, proceso ${pid}${processes > 1 ? ` y ${format.integer(processes - 1)} que inició` : ''}, ${format.bytes(rssBytes)}`,
      paused: (name) => `${name} está en pausa.`,
      resumed: (name) => `${name} continúa.`,
      noFolder: 'Se desconoce su carpeta.',
      joinUse: (quiet, use) => `${quiet} · ${use}`,
      joined: {
        certain: 'Su proceso se conoce con certeza.',
        likely: 'Su proceso se encontró por su carpeta; es probable que sea el correcto.',
        possible: 'Varios procesos pueden ser el suyo; esta es la mejor suposición.',
      },
      withoutSession: 'sin sesión conocida',
      menu: (name) => `Acciones de ${name}`,
      showFolder: 'Mostrar carpeta',
      showTerminal: 'Mostrar terminal',
      terminal: describeOpenedTerminal,
      details: 'Detalles',
      pause: 'Pausar',
      resume: 'Reanudar',
      end: 'Finalizar…',
      more: (count) => `${format.integer(count)} más en «Explorar»`,
      showAll: (count) => `Mostrar todo (${format.integer(count)})`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
    orphans: createOrphans(format),
    own(cpuRatio, bytes) {
      const cpu = cpuRatio === null ? '' : `${format.precisePercent(cpuRatio * 100)} CPU, `;
      return `El propio Fuelgauge: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes, wakeUps) =>
      `Medido durante ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} escritos en disco desde que se inició`) +
      (wakeUps === null ? '' : `; ${format.integer(wakeUps)} activaciones por segundo`),
  };
}

/** What agents left behind. */
function createOrphans(format: Formats): NonNullable<Translation['activity']>['orphans'] {
  const { ago, duration } = createUnits(format);
  return {
    title: 'Abandonados',
    end: 'Finalizar…',
    endOf: (name) => `Finalizar ${name} y todo lo que inició`,
    question: (count) =>
      format.plural(count, {
        one: '¿Finalizar este proceso?',
        other: `¿Finalizar estos ${format.integer(count)} procesos?`,
      }),
    confirm: (count) =>
      `Finalizar ${format.integer(count)} ${format.plural(count, { one: 'proceso', other: 'procesos' })}`,
    keep: 'Conservar',
    proof(agent, goneMs, ageMs, cpuRatio) {
      const gone =
        agent === null || goneMs === null ? 'Lo que lo inició ya no existe' : `${agent} terminó ${ago(goneMs)}`;
      const cpu = cpuRatio === null ? '' : ` · ${format.percent(cpuRatio * 100)} CPU`;
      return `${gone} · iniciado hace ${duration(ageMs)}${cpu}`;
    },
    notEnded: (count) =>
      `No se ${format.plural(count, { one: 'pudo', other: 'pudieron' })} finalizar ${format.integer(count)} ${format.plural(count, { one: 'proceso', other: 'procesos' })}: ` +
      `el sistema no lo permite, o ya no ${format.plural(count, { one: 'pertenece', other: 'pertenecen' })} a un agente.`,
  };
}
