import type { Formats } from '../format/formats.ts';
import { responseWords } from './count-words.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

const rowWords = { one: 'fila', other: 'filas' };

/** One session over time. */
function createTimelineMessages(format: Formats) {
  return {
    title: 'Cronología',
    missing: 'La base de datos no tiene esa sesión.',
    facts: (responses: number, tokens: string): string =>
      `${format.integer(responses)} ${format.plural(responses, responseWords)}, ${tokens}`,
    tokens: 'Tokens por respuesta',
    context: 'Contexto: prompt de cada respuesta',
    cost: 'Coste hasta ahora',
    cpu: 'Procesador, % de un núcleo',
    memory: 'Memoria',
    noProcesses: 'Sus procesos no se observaron, así que se desconoce su consumo.',
    subagents: (responses: number, percent: number): string =>
      `Subagentes: ${format.integer(responses)} ${format.plural(responses, responseWords)}, ${format.percent(percent)} de los tokens.`,
    noSubagents: 'Sin subagentes.',
    otherSubagents: 'Otros, sin nombre en el registro',
    ownSession: 'sesión propia',
    startedBy: (session: string): string => `Iniciada por la sesión ${session}.`,
    peak: (tokens: string): string => `Prompt más grande: ${tokens}.`,
    peakAtLeast: (tokens: string): string => `Prompt más grande: al menos ${tokens}.`,
    main: 'El agente',
    subagent: 'Subagentes',
    read: 'Leído de la caché',
    written: 'Escrito en la caché',
    fresh: 'Entrada nueva',
    output: 'Salida',
    coarse: 'De partes de esta sesión solo se conservan sumas por cuartos de hora.',
  };
}

/** The table of everything, and its drill-downs. */
export function createExploreMessages(format: Formats) {
  return {
    groupBy: 'Agrupar por',
    thenBy: 'y luego por',
    thenNothing: 'Nada más',
    within: (outer: string, inner: string): string => `${outer} › ${inner}`,
    inside: (name: string): string => `Filas de ${name}`,
    openAll: 'Desplegar todo',
    foldAll: 'Plegar todo',
    groupings: { ...reportKeyNames, source: 'Agente', repository: 'Repositorio', week: 'Semana' },
    withoutKey: withoutKeyNames,
    filter: 'Filtrar',
    filterHint: 'Nombre, agente o modelo',
    columnsLabel: 'Columnas',
    label: 'Tabla de uso',
    columns: {
      source: 'Agente',
      last: 'Último uso',
      responses: 'Respuestas',
      total: 'Tokens',
      cost: 'Coste',
      cached: 'De la caché',
      input: 'Entrada',
      output: 'Salida',
      cacheWrite: 'Escritura caché',
      cacheRead: 'Lectura caché',
      models: 'Modelos',
    },
    costTitle: 'Coste equivalente en API: lo que costaría a través de la API',
    noCostFor: (models: string): string => `No se conoce ningún coste de ${models}.`,
    rows: (count: number): string => `${format.integer(count)} ${format.plural(count, rowWords)}`,
    shownOf: (shown: number, of: number): string =>
      `${format.integer(shown)} de ${format.integer(of)} ${format.plural(of, rowWords)}`,
    totals: (tokens: string, cost: string | null): string => (cost === null ? tokens : `${tokens}, ${cost}`),
    none: 'Sin uso en este periodo',
    noneText: 'Elige un periodo más largo o vuelve después de la próxima sesión.',
    noMatch: 'Nada coincide con el filtro',
    showAll: 'Mostrar desde el principio',
    crumbs: 'Ruta',
    everything: 'Todo',
    sessionsOf: (name: string): string => `Sesiones de ${name}`,
    sessionAt: (project: string, at: string): string => `${project}, ${at}`,
    worktrees: 'Los worktrees cuentan como su repositorio cuando su ruta lo indica.',
    open: (name: string): string => `Abrir ${name}`,
    timeline: createTimelineMessages(format),
  };
}
