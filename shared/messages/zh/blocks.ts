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
    officialBoundary: '按提供商所报的窗口开始和结束。',
    estimatedBoundary: '从空闲五小时后的第一次响应开始；提供商不报告时间。',
    left: (remainingMs) => (remainingMs === 0 ? '已结束' : `剩余 ${duration(remainingMs)}`),
    span: (from, to) => `${from} – ${to}`,
    limitMeter: (agent) => `${agent} 的时段限额`,
    timeMeter: (agent) => `${agent} 时段已过的时间`,
    limitUsed: (text) => `已用 ${text}`,
    shareOf: (percent, limit) => `${limit} 的 ${format.percent(percent)}`,
    countLimit: (value, unit) => `${format.compact(value)} ${limitWords[unit]}`,
    estimated: (text) => `${text}（估算）`,
    ownLimit: '您在设置中自定的限额。',
    planLimit: (plan) => `其他人发现 ${plan} 套餐的一个时段所允许的量；提供商不公布。`,
    runsOut: (moment, inMs) => `${moment} 达到限额，还有 ${duration(inMs)}`,
    usedSoFar: '目前已用',
    atEnd: '结束时',
    atEndEstimated: '（估算）',
    likelyEnd: (from, to) => `根据您以往类似时间的情况，最可能的结果；十次中有八次在 ${from} 和 ${to} 之间。`,
    noForecast: '读取日志期间没有预测。',
    likelyCost: '最可能结果下按 API 折算的费用。',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? '大概够用到结束' : `大概够用到结束；用完的概率：${risk}`;
    },
    tokens: 'token',
  };
}
