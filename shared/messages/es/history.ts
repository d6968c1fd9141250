import type { PeriodKind, ReportKey } from '../../domain/report.ts';
import type { Formats } from '../format/formats.ts';
import { responseWords, tokenWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type Measure = 'tokens' | 'cost';

const spans: Readonly<Record<PeriodKind, { readonly one: string; readonly other: string }>> = {
  day: { one: 'día', other: 'días' },
  week: { one: 'semana', other: 'semanas' },
  month: { one: 'mes', other: 'meses' },
};
const measures: Readonly<Record<Measure, string>> = { tokens: 'Tokens', cost: 'Coste equivalente en API' };

/** The figures above the chart. */
const figures = {
  tokens: 'Tokens',
  cost: 'Coste equivalente en API',
  costTitle: 'Lo que costaría a través de la API. Una suscripción no lo factura.',
  notABill: 'No es una factura',
  responses: 'Respuestas',
  cached: 'Leído de la caché',
};

/** The chart, as it is seen and read aloud. */
function createChartMessages(format: Formats) {
  return {
    title: (measure: Measure, by: PeriodKind): string => `${measures[measure]} por ${spans[by].one}`,
    emptyBar: { tokens: 'Sin uso', cost: 'Sin uso de coste conocido' } satisfies Record<Measure, string>,
    legend: 'Leyenda',
    tokens: (tokens: number): string => `${format.compact(tokens)} ${format.plural(tokens, tokenWords)}`,
    others: (count: number): string =>
      `${format.integer(count)} ${format.plural(count, { one: 'otro', other: 'otros' })}`,
    weekOf: (day: string): string => `Semana del ${day}`,
    bar: (title: string, total: string, parts: readonly string[]): string =>
      `${title}: ${total}${parts.length > 1 ? `; ${parts.join(', ')}` : ''}`,
    part: (label: string, value: string): string => `${label} ${value}`,
    summary: {
      nothing: {
        tokens: 'Sin uso en este periodo.',
        cost: 'Nada en este periodo tiene un coste conocido.',
      } satisfies Record<Measure, string>,
      peak: (title: string, value: string): string => `máximo: ${title}, ${value}`,
      lead: (label: string, percent: number): string => `${label} ${format.percent(percent)}`,
      join: (parts: readonly string[]): string => `${parts.join('; ')}.`,
      hidden: 'Falta el comienzo del periodo: es demasiado largo para pasos tan cortos.',
    },
  };
}

/** The table with all rows. */
function createTableMessages(format: Formats) {
  return {
    title: 'Todas las filas',
    label: 'Tabla de uso',
    pages: 'Páginas de la tabla',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: 'Fuente',
      last: 'Último uso',
      total: 'Total',
      cost: 'Coste',
      input: 'Entrada',
      output: 'Salida',
      cacheWrite: 'Escritura caché',
      cacheRead: 'Lectura caché',
    },
    costTitle: 'Coste equivalente en API: lo que costaría a través de la API',
    noCostFor: (models: string): string => `No se conoce ningún coste de ${models}.`,
    page: (page: number, of: number): string => `Página ${format.integer(page)} de ${format.integer(of)}`,
  };
}

/** The history: choices, chart and table. */
export function createHistoryMessages(format: Formats) {
  return {
    title: 'Historial',
    groupBy: 'Agrupar por',
    groupings: { ...reportKeyNames, week: 'Semana' } satisfies Record<ReportKey, string>,
    splitBy: 'Dividir por',
    splits: { ...reportKeyNames, source: 'Fuente' },
    show: 'Mostrar',
    measures: { tokens: 'Tokens', cost: 'Coste' } satisfies Record<Measure, string>,
    range: 'Periodo',
    ranges: {
      '7': 'Últimos 7 días',
      '30': 'Últimos 30 días',
      '90': 'Últimos 90 días',
      '365': 'Último año',
      all: 'Desde el principio',
    },
    loading: 'Cargando el historial',
    loadingText: 'Sumando…',
    empty: {
      title: 'Sin uso en este periodo',
      allTime: 'El uso aparece aquí en cuanto un agente escribe su primer registro.',
      shorter: 'Elige un periodo más largo o vuelve después de la próxima sesión.',
      showAll: 'Mostrar desde el principio',
    },

    figures,
    noCostFor: (models: string): string => `No se conoce ningún coste de ${models}; las sumas no lo incluyen.`,
    unfinished: (responses: number): string =>
      `Los registros no muestran cómo ${format.plural(responses, { one: 'acabó', other: 'acabaron' })} ${format.integer(responses)} ${format.plural(responses, responseWords)}; la salida puede ser mayor.`,

    chart: createChartMessages(format),
    table: createTableMessages(format),
  };
}
