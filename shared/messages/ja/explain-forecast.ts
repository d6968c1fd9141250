import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Where a forecast comes from, as the pages tell it. */
export function createExplainForecast(format: Formats): Translation['explainForecast'] {
  const { duration } = createUnits(format);
  const share = (value: number | null): string => (value === null ? '不明' : format.percent(value * 100));
  return {
    figures: (used, likely, from, to) => `現在${used}、終了時の見込みは${likely}。10回中8回は${from}〜${to}です。`,
    asOf: (moment, end) => `${moment}時点の、${end}についての予測です。`,
    rule: '求め方：自分の過去の同じような時点（時間帯、休んだ長さ、最近の使用量）から、そのあとに使った量を見ます。履歴が短いうちは、ほかの人の例も使います。',
    limitRule:
      '求め方：プロバイダーの最新の値に、1週間の予測と同じ規則でログのトークンが増える分を加えます。1%がどれだけかは、枠の開始以降のトークンから求めます。',
    odds: (odds) => `終了前に使い切る確率：${odds}。`,
    staleFigure: (ageMs) =>
      `プロバイダーの値は${duration(ageMs)}前のもので、使い切るかどうかを予測するには古すぎます。`,
    record: ({ forecasts, medianApe, coverage80 }) =>
      `自分の過去の中間時点で行った同様の予測${format.integer(forecasts)}件では、誤差の中央値は${share(medianApe)}、` +
      `区間に収まった割合は${share(coverage80)}でした。`,
    noRecord: '履歴に完了したものがまだないため、誤差は不明です。',
    noRecordOfLimits: '上限の値が少なすぎて、この予測の誤差は測れません。',
  };
}
