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
    left: (remainingMs) => (remainingMs === 0 ? '終了' : `残り${duration(remainingMs)}`),
    span: (from, to) => `${from}〜${to}`,
    limitUsed: (text) => `${text}使用`,
    shareOf: (percent, limit) => `${limit}の${format.percent(percent)}`,
    countLimit: (value, unit) => `${format.compact(value)}${limitWords[unit]}`,
    estimated: (text) => `${text}（推定）`,
    runsOut: (moment, inMs) => `${moment}に上限到達（${duration(inMs)}後）`,
    usedSoFar: 'これまでの使用',
    atEnd: '終了時',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? '終了まで足りる見込み' : `終了まで足りる見込み。使い切る確率：${risk}`;
    },
    tokens: 'トークン',
  };
}
