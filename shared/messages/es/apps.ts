import type { ActivityCategory } from '../../domain/activity.ts';
import type { HistoryFailure } from '../../domain/activity-sums.ts';
import type { DayKey } from '../../domain/calendar-day.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import { browserNames } from '../en/activity-words.ts';
import { activityCategoryNames } from './activity-words.ts';
import { createUnits } from './units.ts';

/** The parts of the view. */
const parts = {
  sites: { title: 'Sitios de IA', switch: 'Sitios de IA en el historial del navegador' },
  apps: { title: 'Apps de IA', switch: 'Tiempo con apps de IA' },
  commands: { title: 'Herramientas de IA en shells', switch: 'Herramientas de IA en shells' },
  apis: { title: 'Solicitudes a API de IA', switch: 'Recibir datos de la extensión del navegador' },
} as const;

const failures: Readonly<Record<HistoryFailure, string>> = {
  'not-allowed': 'este sistema no deja que Fuelgauge lo lea',
  'too-large': 'es demasiado grande para copiarlo',
  unreadable: 'esta vez no se pudo leer',
};

/** The view of AI sites, apps and tools. */
export function createAppsMessages(format: Formats) {
  const { duration } = createUnits(format);
  return {
    parts,
    label: 'Nombre',
    active: 'Activo',
    counts: { sites: 'Visitas', apps: 'Usos', commands: 'Llamadas', apis: 'Solicitudes' },
    cost: 'Coste estimado',
    settings: 'Ajustes',
    off: (name: keyof typeof parts): string => `No se registra. Activa «${parts[name].switch}» en los ajustes.`,
    none: {
      sites: 'No se usó ningún sitio de la lista en este periodo.',
      apps: 'No se usó ninguna app de la lista en este periodo.',
      commands: 'No se llamó a ninguna herramienta conocida en este periodo.',
      apis: 'Ninguna solicitud en este periodo.',
    },
    category: (category: ActivityCategory): string => activityCategoryNames[category],
    browser: (name: string): string => browserNames[name] ?? name,
    time: (activeMs: number, isEstimated: boolean): string => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    money: (costMicroUsd: number): string => {
      const amount = format.money(costMicroUsd, usDollar);
      return amount.startsWith('<') ? amount : `~${amount}`;
    },
    estimatedTime: 'Estimado por las visitas de un historial del navegador',
    measuredTime: 'Medido',
    costKind: 'Estimado: tiempo activo con una tarifa por hora, o tokens a precio de lista',
    note: (day: DayKey | null): string =>
      '~ indica una estimación. El coste es el tiempo activo a tus tarifas por hora' +
      (day === null ? '.' : `; donde no has fijado ninguna, a las tarifas predeterminadas del ${format.day(day)}.`),
    undated: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'llamada viene', other: 'llamadas vienen' })} de historiales de shell sin hora, así que pueden ser de cualquier día.`,
    focusUnknown: 'En este escritorio no se sabe qué ventana está al frente.',
    failure: (browser: string, failure: HistoryFailure): string =>
      `Se omitió el historial de ${browserNames[browser] ?? browser}: ${failures[failure]}.`,
  };
}
