import type { RangeNameWord } from '../range-words.ts';
import type { Formats } from '../format/formats.ts';
import { dayWords, timeWords } from './count-words.ts';

const sessionWords = { one: 'sesión', other: 'sesiones' };
const projectWords = { one: 'proyecto', other: 'proyectos' };

const ranges: Readonly<Record<RangeNameWord, { readonly short: string; readonly long: string }>> = {
  today: { short: 'Hoy', long: 'Hoy' },
  '7': { short: '7 días', long: 'Últimos 7 días' },
  '30': { short: '30 días', long: 'Últimos 30 días' },
  '90': { short: '90 días', long: 'Últimos 90 días' },
  '365': { short: 'Año', long: 'Últimos 365 días' },
  all: { short: 'Todo', long: 'Desde el principio' },
  custom: { short: 'Otro', long: 'Otro periodo' },
};

/** Which days are shown, in all views. */
export function createRangeMessages(format: Formats) {
  return {
    label: 'Periodo',
    names: ranges,
    from: 'Desde',
    to: 'Hasta',
    days: (count: number): string => `${format.integer(count)} ${format.plural(count, dayWords)}`,
    between: (since: string, until: string): string => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export function createChartWords() {
  return {
    showAll: 'Mostrar todo',
    time: 'Tiempo',
    exportLabel: 'Exportar lo que se ve',
    withoutNames: 'Sin nombres',
    exportAs: { csv: 'CSV', json: 'JSON', png: 'Imagen PNG' },
    zoomHint: 'Arrastra para ampliar, doble clic para mostrar todo',
  };
}

/** The figures at the top. */
function createFigureMessages(format: Formats) {
  return {
    label: 'Cifras',
    tokens: 'Tokens',
    cost: 'Equivalente en API',
    cache: 'De la caché',
    sessions: 'Sesiones',
    stops: 'Paradas por límites',
    change: (percent: string, days: string): string => `${percent} vs. periodo anterior (${days})`,
    changeUpTo: (percent: string, days: string, moment: string): string =>
      `${percent} vs. periodo anterior (${days}, hasta: ${moment})`,
    isNew: 'Nada en el periodo anterior',
    isNewUpTo: (moment: string): string => `Nada en el periodo anterior (hasta: ${moment})`,
    noBefore: 'Sin periodo anterior para comparar',
    saved: (money: string): string => `ahorró unos ${money}`,
    costMore: (money: string): string => `costó unos ${money} más de lo que ahorró`,
    projects: (count: number): string => `en ${format.integer(count)} ${format.plural(count, projectWords)}`,
    times: (count: number): string => `${format.integer(count)} ${format.plural(count, timeWords)}`,
    stopsNote: 'según las lecturas del proveedor',
    stopsTitle: 'Límites que se agotaron',
    noReadings: 'No se leyó ningún límite en este periodo',
    notABill: 'Precios de lista; no es una factura',
    savedTitle: 'Estimado: lo que costarían los mismos tokens sin caché a precios de lista, menos lo que cuestan',
  };
}

/** The hours of a week. */
function createWeekMessages(format: Formats) {
  return {
    title: 'Cuándo trabajas',
    label: (weekday: string, hour: string, percent: number): string =>
      `El máximo, el ${weekday} a las ${hour}: ${format.percent(percent)} de los tokens.`,
    empty: 'Sin uso en este periodo.',
    cell: (weekday: string, hour: string, value: string): string => `${weekday}, ${hour}: ${value}`,
    agentMinutes: (hours: string): string => `Las sesiones trabajaron unas ${hours} en total.`,
    hours: (hours: number): string => `${format.integer(hours)} h`,
    minutes: (minutes: number): string => `${format.integer(minutes)} min`,
    peak: (sessions: number, at: string): string =>
      `Como máximo ${format.integer(sessions)} ${format.plural(sessions, sessionWords)} a la vez (${at}).`,
    estimated: 'Estimado por las horas de las respuestas',
  };
}

/** The overview. */
export function createOverviewMessages(format: Formats) {
  return {
    figures: createFigureMessages(format),
    step: 'Intervalo',
    steps: { hour: 'Hora', day: 'Día', week: 'Semana', month: 'Mes' },
    perStep: {
      tokens: { hour: 'Tokens por hora', day: 'Tokens por día', week: 'Tokens por semana', month: 'Tokens por mes' },
      cost: {
        hour: 'Coste equivalente en API por hora',
        day: 'Coste equivalente en API por día',
        week: 'Coste equivalente en API por semana',
        month: 'Coste equivalente en API por mes',
      },
    },
    splitBy: 'Dividir por',
    splits: { source: 'Agente', model: 'Modelo', project: 'Proyecto', class: 'Clase' },
    classes: { output: 'Salida', input: 'Entrada nueva', write: 'Escrituras caché', read: 'Lecturas caché' },
    calendar: {
      title: 'El último año, día a día',
      label: (used: number, of: number, best: string, value: string): string =>
        `${format.integer(used)} de ${format.integer(of)} días con uso; el que más, ${best}: ${value}.`,
      empty: 'Sin uso en el último año.',
      cell: (day: string, value: string): string => `${day}: ${value}`,
      months: 'Meses',
    },
    week: createWeekMessages(format),
    places: {
      title: 'En qué se fue el dinero',
      titleTokens: 'En qué se fueron los tokens',
      none: 'Nada en este periodo.',
      others: 'Todo lo demás',
      pair: (model: string, project: string): string => `${model} en ${project}`,
      showAll: (count: number): string => `Mostrar todo (${format.integer(count)})`,
      showLess: 'Mostrar menos',
    },
  };
}
