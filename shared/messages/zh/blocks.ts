import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = { tokens: '个 token', 'tokens-in-out': '个输入和输出 token', requests: '次请求' };

/** The active 5-hour block of an agent. */
export function createBlocks(format: Formats): Translation['blocks'] {
  const { duration } = createUnits(format);
  const odds = createOdds(format);
  return {
    title: (agent) => `5 小时时段 · ${agent}`,
    left: (remainingMs) => (remainingMs === 0 ? '已结束' : `剩余 ${duration(remainingMs)}`),
    span: (from, to) => `${from} – ${to}`,
    limitUsed: (text) => `已用 ${text}`,
    shareOf: (percent, limit) => `${limit} 的 ${format.percent(percent)}`,
    countLimit: (value, unit) => `${format.compact(value)} ${limitWords[unit]}`,
    estimated: (text) => `${text}（估算）`,
    runsOut: (moment, inMs) => `${moment} 达到限额，还有 ${duration(inMs)}`,
    usedSoFar: '目前已用',
    atEnd: '结束时',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? '大概够用到结束' : `大概够用到结束；用完的概率：${risk}`;
    },
    tokens: 'token',
  };
}
