import type { Formats } from '../format/formats.ts';
import { fileWords, responseWords } from './count-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosisMessages(format: Formats) {
  const count = (number: number, one: string, other: string): string =>
    `${format.integer(number)} ${format.plural(number, { one, other })}`;
  return {
    noLogs: 'No logs found.',
    gaps: {
      partial: (gap: string): string => `Counted in part: ${gap}.`,
      none: (gap: string): string => `Not counted: ${gap}.`,
    },
    /** A source's own words, which it declares in English: only other languages have words of their own for them. */
    ofSource: (english: string): string => english,
    absent: (labels: readonly string[]): string => `Not found: ${format.list(labels)}.`,
    files: (files: number, bytes: number, lines: number): string =>
      `${format.integer(files)} ${format.plural(files, fileWords)}, ${format.bytes(bytes)}, ` +
      `${count(lines, 'line', 'lines')}.`,
    responses: (events: number, rows: number, merged: number): string =>
      `${count(events, 'response', 'responses')} from ${count(rows, 'row', 'rows')}; ${count(merged, 'row', 'rows')} merged.`,
    replays: (events: number): string =>
      `${count(events, 'duplicate', 'duplicates')} of other responses, not counted twice.`,
    unfinished: (events: number): string =>
      `${format.integer(events)} ${format.plural(events, responseWords)} whose end is not in the log; the output may be higher.`,
    gone: (files: number): string =>
      `${count(files, 'file no longer exists', 'files no longer exist')}; what was read from ` +
      `${format.plural(files, { one: 'it', other: 'them' })} stays counted.`,
    tally: (number: number, name: string): string => `${format.integer(number)} ${name}`,
    tallies: (tallies: readonly string[]): string => tallies.join('; '),
    skipped: (tally: string): string => `Skipped: ${tally}.`,
    unlogged: (tally: string): string => `Calls whose usage the agent does not log: ${tally}.`,
    unpriced: (models: string): string => `No price is known for ${models}.`,
    unreadable: (path: string, reason: string): string => `Not readable: ${path} (${reason}).`,
  };
}
