import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from. */
export function createExplain(format: Formats): Translation['explain'] {
  const { ago } = createUnits(format);
  const odds = createOdds(format);
  return {
    open: (name) => `${name}：値の出どころ`,
    where: '値の出どころ',
    loading: '調べています…',
    gone: '現在、これ以上の情報はありません。',
    limitUsed: (percent, kind, plan) =>
      `${plan === usualPlan ? '普段のフルブロック（P90）' : '上限'}の${format.percent(percent)}を使用（${kind}）。`,
    odds: (probability) => odds(probability) ?? '可能性は低い',
    forecast: '予測',
    day: '今日',
    recordPending: 'これまでの予測の精度を計算しています…',
    reading: (place, used, kind, ageMs, role) =>
      `${place}：${used}（${kind}、${ago(ageMs)}）${role === null ? '' : `、${role}`}`,
    morePlaces: (count) => `ほか${format.integer(count)}件`,
    givesFigure: '表示中の値',
    givesReset: 'リセットの根拠',
    costFromLogs: 'ログにコストの記録があればその値、なければトークンと定価から求めます。請求額ではありません。',
    costFromPrices: 'トークンと定価から求めます。請求額ではありません。',
    costPart: (model, cost, responses) => `${model}：${cost ?? '価格不明'}、応答${format.integer(responses)}件`,
  };
}
