import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = { tokens: 'トークン', 'tokens-in-out': '入出力トークン', requests: 'リクエスト' };

/** The active 5-hour block of an agent. */
export function createBlocks(format: Formats): Translation['blocks'] {
  const { duration } = createUnits(format);
  const odds = createOdds(format);
  return {
    title: (agent) => `5時間ブロック · ${agent}`,
    officialBoundary: 'プロバイダーの示す期間に合わせて始まり、終わります。',
    estimatedBoundary: '5時間の空きのあと、最初の応答から始まります。プロバイダーは時刻を報告しません。',
    left: (remainingMs) => (remainingMs === 0 ? '終了' : `残り${duration(remainingMs)}`),
    span: (from, to) => `${from}〜${to}`,
    limitMeter: (agent) => `${agent}のブロックの上限`,
    timeMeter: (agent) => `${agent}のブロックの経過時間`,
    limitUsed: (text) => `${text}使用`,
    shareOf: (percent, limit) => `${limit}の${format.percent(percent)}`,
    countLimit: (value, unit) => `${format.compact(value)}${limitWords[unit]}`,
    estimated: (text) => `${text}（推定）`,
    ownLimit: '設定で自分が決めた上限です。',
    planLimit: (plan) => `${plan}プランのブロックで使えたとほかの人が報告した量です。プロバイダーは公開していません。`,
    runsOut: (moment, inMs) => `${moment}（${duration(inMs)}後）に上限に到達`,
    usedSoFar: 'これまでの使用',
    atEnd: '終了時',
    atEndEstimated: '（推定）',
    likelyEnd: (from, to) =>
      `過去の同じような時間帯から見て最もありそうな終わりです。10回中8回は${from}から${to}の間です。`,
    noForecast: 'ログの読み込み中は予測がありません。',
    likelyCost: '最もありそうな終わりでのAPI換算コスト。',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? '終了まで足りる見込み' : `終了まで足りる見込み。使い切る確率：${risk}`;
    },
    tokens: 'トークン',
  };
}
