import type { AllowanceChange } from '../../domain/limit-change.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

type RuleWords = NonNullable<Translation['explainRules']>;

/** Where a number comes from, as the pages tell it. */
export function createExplainRules(format: Formats): RuleWords {
  return {
    newest: '表示しているのは、どこで見つかったかにかかわらず最も新しい値です。',
    places: (count) => `この枠は${format.integer(count)}か所で報告されています。値が異なる場合は新しいほうを使います。`,
    binding: 'すべての枠の中で、最初に作業を止める枠です。',
    pace: (elapsedPercent) => `読み取った時点で、枠の時間の${format.percent(elapsedPercent)}が過ぎていました。`,
    ...createAllowance(format),
    origins: {
      log: 'ログ',
      statusline: 'ステータスライン',
      file: 'エージェントのファイル',
      api: 'エージェントへの問い合わせ',
    },
    officialReset: (endMoment, place) =>
      `プロバイダーの示すリセット時刻${place === null ? '' : `（${place}）`}の${endMoment}に終わり、その5時間前に始まりました。`,
    firstEvent: (firstMoment) =>
      `リセット時刻は不明です。最初のイベント（${firstMoment}）の直前の正時に始まり、前のブロックの終わりがそれより後ならその時刻に始まります。長さは最長で5時間です。`,
    noLimit: '上限は不明です。上限の分かるプランが設定で選ばれていません。',
    units: { tokens: 'トークン', 'tokens-in-out': '入出力トークン', requests: 'リクエスト', usd: 'API換算コスト' },
    learning: (unit, blocks) => `普段のフルブロック（${unit}）：学習中（5ブロック中${blocks}）。`,
    baseline: ({ unit, p90, interval, range, blocks }) =>
      `普段のフルブロック（${unit}）：${p90}（${blocks}ブロックのP90。同様の履歴の9割で${interval}。各ブロックは${range}）。`,
    span: (low, high) => `${low}〜${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowance(format: Formats): RuleWords {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }) =>
      `${format.integer(pairs)}組の値からの推定：1%は${dollars(usdPerPercent)}、` +
      `範囲は${money(interval.low)}〜${money(interval.high)}です。`,
    allowance: (change, moment) => {
      const { before, after } = change;
      return (
        `推定：${moment}以降、1%は${dollars(after.usdPerPercent)}・${format.compact(after.tokensPerPercent)}トークン。` +
        `以前は${dollars(before.usdPerPercent)}・${format.compact(before.tokensPerPercent)}トークンでした` +
        `（以後${format.integer(after.pairs)}組、以前${format.integer(before.pairs)}組の中央値）。${explainChange(change)}`
      );
    },
  };
}

function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'その頃プランが変わっています。';
  if (isOtherModels) return '以前とは別のモデルを使っており、それが理由かもしれません。';
  return `同じアカウントの別の場所での使用が${ratio < 1 ? 'あった' : '終わった'}場合も、同じように見えます。`;
}
