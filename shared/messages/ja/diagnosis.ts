import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import type { Translation } from '../translation.ts';
import { sourceWords } from './source-words.ts';

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosis(format: Formats): Translation['diagnosis'] {
  return {
    noLogs: 'ログが見つかりません。',
    gaps: {
      partial: (gap) => `一部のみ集計：${gap}。`,
      none: (gap) => `集計対象外：${gap}。`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels) => `見つからないもの：${format.list(labels)}。`,
    files: (files, bytes, lines) =>
      `${format.integer(files)}ファイル、${format.bytes(bytes)}、${format.integer(lines)}行。`,
    responses: (events, rows, merged) =>
      `${format.integer(rows)}行から${format.integer(events)}件の応答。${format.integer(merged)}行を統合。`,
    replays: (events) => `ほかの応答の重複${format.integer(events)}件は、二重に数えていません。`,
    unfinished: (events) =>
      `終わりがログにない応答が${format.integer(events)}件あります。出力は実際にはもっと多い可能性があります。`,
    gone: (files) => `${format.integer(files)}ファイルはもうありません。読み取った分の集計は残ります。`,
    tally: (number, name) => `${name} ${format.integer(number)}件`,
    tallies: (tallies) => tallies.join('、'),
    skipped: (tally) => `読み飛ばし：${tally}。`,
    unlogged: (tally) => `エージェントが使用量を記録しない呼び出し：${tally}。`,
    unpriced: (models) => `${models}の価格は不明です。`,
    unreadable: (path, reason) => `読み取れません：${path}（${reason}）。`,
  };
}
