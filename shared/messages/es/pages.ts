import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: 'oficial', title: 'Comunicado por el proveedor.' },
    measured: { label: 'medido', title: 'Sumado a partir de los registros de este equipo.' },
    estimated: { label: 'estimado', title: 'Estimado con los registros; el proveedor no publica esta cifra.' },
    stale: { label: 'antiguo', title: 'El proveedor lo comunicó hace un tiempo; puede haber cambiado.' },
    unknown: { label: 'desconocido', title: 'Se desconoce.' },
  },
  unknown: 'Se desconoce',
  noProjectReason: 'El registro no dice en qué carpeta se ejecutó.',
  spoken: (word) => `${word}: `,
  noProject: 'Sin proyecto',
  apiEquivalentCost: 'Coste equivalente API',
  noCostKnown: 'No se conoce ningún coste',
  tryAgain: 'Reintentar',
  noAnswer: 'Fuelgauge no responde.',
  severity: { warning: 'Advertencia', error: 'Error', critical: 'Crítico' },
  on: 'Activado',
  off: 'Desactivado',
};

export const windows: Translation['windows'] = {
  overview: 'Resumen',
  explore: 'Explorar',
  limits: 'Límites',
  processes: 'Procesos',
  apps: 'Apps y sitios',
  alerts: 'Alertas',
  compare: 'Comparar',
  settings: 'Ajustes',
  pause: 'Pausar',
  resume: 'Reanudar',
  quit: 'Salir',
  windowTitle: (view) => `Fuelgauge – ${view}`,
  palette: {
    title: 'Ir a',
    open: 'Buscar vistas y periodos',
    hint: 'Vista, periodo o agrupación',
    none: 'Nada con ese nombre.',
    range: (name) => `Periodo: ${name}`,
    exploreBy: (name) => `Explorar por: ${name}`,
  },
  noUsageThisWeekText:
    'Las cifras aparecen aquí con la próxima respuesta de un agente. El uso anterior está en el resumen.',
  onlyInApp: 'Esta página solo funciona dentro de la app Fuelgauge.',
  views: 'Vistas',
  usage: 'Uso',
  errors: 'Errores',
  warnings: 'Advertencias',
  lastKnownState: 'Ves el último estado conocido.',
  waiting: 'Obteniendo las últimas cifras…',
  paused: 'En pausa. Las cifras no cambian hasta que reanudes.',
  noUsageThisWeek: 'Sin uso esta semana',
  popover: {
    sections: { limits: 'Límites', now: 'Ahora', today: 'Hoy', sessions: 'Sesiones', attention: 'Requiere atención' },
    arrange: 'Organizar',
    undo: 'Deshacer',
    done: 'Listo',
    more: 'Más',
    keepOpen: 'Mantener abierto',
    hide: 'Difuminar nombres e importes',
  },
  tokensToday: (tokens) => `${tokens} tokens hoy`,
  noUsageToday: 'Sin uso hoy',
  scanning: (percent) => `Leyendo los registros, ${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'Uso',
    today: 'Hoy',
    week: 'Esta semana',
    all: 'Todo',
    none: 'Sin uso',
    now: 'Ahora',
    perMinute: 'tokens/min',
    costPerHour: (cost) => `${cost} por hora`,
    lastHour: 'Última hora',
    idle: 'Sin uso en la última hora',
    tokens: 'tokens',
    nowTitle: 'En los últimos 15 minutos: todos los tokens, incluida la caché, y su coste equivalente API',
    lastHourLine: (tokens, peak) => `Última hora: ${tokens} tokens, como máximo ${peak} en un minuto`,
    cached: (share, saved) => (saved === null ? `${share} de la caché` : `la caché ahorró ${saved}`),
    savedTitle: 'Ahorro estimado: frente a los mismos tokens sin caché, a precios de lista',
    fromCacheTitle: (read, input) => `${read} de ${input} tokens de entrada se leyeron de la caché`,
    ofUsualDayTitle: (tokens, days) =>
      `Un día habitual tiene ${tokens} tokens: la mediana de ${days} días con uso en las últimas cuatro semanas`,
    costExcludes: (models) => `Sin ${models}, cuyo coste se desconoce.`,
    burn: {
      title: 'Ritmo',
      idle: 'Sin uso en la última hora.',
      noUsage: 'Sin uso en este tiempo',
      lastHour: 'Última hora',
      tokens: 'Tokens',
      fresh: 'Nuevos',
      cost: 'Coste',
      perMinute: '/ min',
      perHour: '/ hora',
      tokensTitle: 'Todos los tokens, incluida la caché',
      freshTitle: 'Entrada y salida nuevas, sin la caché',
      costTitle: 'Coste equivalente API: lo que costarían los tokens a través de la API',
    },
    fromCache: 'De la caché',
    ofUsualDay: (share) => `${format.percent(share)} de un día habitual`,
    thisWeek: (tokens, cost) => `${tokens} esta semana${cost === null ? '' : `, ${cost}`}`,
    noCost: 'No se conoce ningún coste.',
    notABill: 'Equivalente API; no es una factura.',
  };
}

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'Trabajando', waiting: 'Esperando', idle: 'Inactiva', paused: 'En pausa' },
      quiet: { waiting: (ms) => `espera, ${duration(ms)}`, idle: (ms) => `inactiva ${duration(ms)}` },
      count: (count) => `${format.integer(count)} ${format.plural(count, { one: 'sesión', other: 'sesiones' })}`,
      contextTitle: 'Tokens de su último prompt, sin subagentes: cuán lleno está el contexto',
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
      endHint: 'Primero se pide y después se fuerza. Lo que no esté guardado se pierde.',
      paused: (name) => `${name} está en pausa.`,
      resumed: (name) => `${name} continúa.`,
      noFolder: 'Se desconoce su carpeta.',
      joined: {
        certain: 'Su proceso se conoce con certeza.',
        likely: 'Su proceso se encontró por su carpeta; es probable que sea el correcto.',
        possible: 'Varios procesos pueden ser el suyo; esta es la mejor suposición.',
      },
      withoutSession: 'sin sesión conocida',
      menu: (name) => `Acciones de ${name}`,
      showFolder: 'Mostrar carpeta',
      showTerminal: 'Mostrar terminal',
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
      return `Fuelgauge mismo: ${cpu}${format.bytes(bytes)}`;
    },
    ownTitle: (sinceMs, writtenBytes) =>
      `Medido en los últimos ${duration(sinceMs)}` +
      (writtenBytes === null ? '' : `; ${format.bytes(writtenBytes)} escritos en disco desde que se inició`),
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
      'el sistema no lo permite, o ya no son de un agente.',
  };
}
