import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import { fileWords, responseWords } from './count-words.ts';
import { sourceWords } from './source-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosisMessages(format: Formats) {
  const count = (number: number, one: string, other: string): string =>
    `${format.integer(number)} ${format.plural(number, { one, other })}`;
  return {
    noLogs: 'No se encontraron registros.',
    gaps: {
      partial: (gap: string): string => `Contado en parte: ${gap}.`,
      none: (gap: string): string => `No contado: ${gap}.`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels: readonly string[]): string => `No encontrados: ${format.list(labels)}.`,
    files: (files: number, bytes: number, lines: number): string =>
      `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}, ${count(lines, 'línea', 'líneas')}.`,
    responses: (events: number, rows: number, merged: number): string =>
      `${count(events, 'respuesta', 'respuestas')} de ${count(rows, 'línea', 'líneas')}; ${count(merged, 'línea combinada', 'líneas combinadas')}.`,
    replays: (events: number): string =>
      `${count(events, 'duplicado de otra respuesta, no contado dos veces', 'duplicados de otras respuestas, no contados dos veces')}.`,
    unfinished: (events: number): string =>
      `${format.integer(events)} ${format.plural(events, responseWords)} cuyo final no está en el registro; la salida puede ser mayor.`,
    gone: (files: number): string =>
      `${count(files, 'archivo ya no existe', 'archivos ya no existen')}; lo que se leyó de ${format.plural(files, { one: 'él', other: 'ellos' })} sigue contando.`,
    tally: (number: number, name: string): string => `${format.integer(number)} ${name}`,
    tallies: (tallies: readonly string[]): string => tallies.join('; '),
    skipped: (tally: string): string => `Omitidos: ${tally}.`,
    unlogged: (tally: string): string => `Llamadas cuyo uso el agente no registra: ${tally}.`,
    unpriced: (models: string): string => `No se conoce ningún precio de ${models}.`,
    unreadable: (path: string, reason: string): string => `No se puede leer: ${path} (${reason}).`,
  };
}
