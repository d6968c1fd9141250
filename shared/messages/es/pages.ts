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
      withoutSession: 'sin sesión conocida',
      menu: (name) => `Acciones de ${name}`,
      showFolder: 'Mostrar carpeta',
      showTerminal: 'Mostrar terminal',
      details: 'Detalles',
      pause: 'Pausar',
      resume: 'Reanudar',
      end: 'Finalizar…',
      more: (count) => `${format.integer(count)} más en el historial`,
      showAll: (count) => `Mostrar todo (${format.integer(count)})`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
