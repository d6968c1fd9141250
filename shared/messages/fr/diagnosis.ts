import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import { fileWords, responseWords } from './count-words.ts';
import { sourceWords } from './source-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosisMessages(format: Formats) {
  const count = (number: number, one: string, other: string): string =>
    `${format.integer(number)} ${format.plural(number, { one, other })}`;
  return {
    noLogs: 'Aucun journal trouvé.',
    gaps: {
      partial: (gap: string): string => `Compté en partie : ${gap}.`,
      none: (gap: string): string => `Non compté : ${gap}.`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels: readonly string[]): string => `Introuvables : ${format.list(labels)}.`,
    files: (files: number, bytes: number, lines: number): string =>
      `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}, ${count(lines, 'ligne', 'lignes')}.`,
    responses: (events: number, rows: number, merged: number): string =>
      `${count(events, 'réponse tirée', 'réponses tirées')} de ${count(rows, 'ligne', 'lignes')} ; ${count(merged, 'ligne fusionnée', 'lignes fusionnées')}.`,
    replays: (events: number): string =>
      `${count(events, 'doublon d’une autre réponse, non compté deux fois', 'doublons d’autres réponses, non comptés deux fois')}.`,
    unfinished: (events: number): string =>
      `${format.integer(events)} ${format.plural(events, responseWords)} dont la fin n’est pas dans le journal ; la sortie peut être plus élevée.`,
    gone: (files: number): string =>
      `${count(files, 'fichier n’existe plus', 'fichiers n’existent plus')} ; ce qui en a été lu reste compté.`,
    tally: (number: number, name: string): string => `${format.integer(number)} ${name}`,
    tallies: (tallies: readonly string[]): string => tallies.join(' ; '),
    skipped: (tally: string): string => `Ignorés : ${tally}.`,
    unlogged: (tally: string): string => `Appels dont l’agent n’enregistre pas l’utilisation : ${tally}.`,
    unpriced: (models: string): string => `Aucun prix connu pour ${models}.`,
    unreadable: (path: string, reason: string): string => `Illisible : ${path} (${reason}).`,
  };
}
