import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: '输入',
  cacheCreation5mTokens: '缓存写入（5 分钟）',
  cacheCreation1hTokens: '缓存写入（1 小时）',
  cacheReadTokens: '缓存读取',
  outputTokens: '输出',
  reasoningTokens: '推理（已含在输出中）',
};

/** Usage of today and this week, and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: '用量',
    today: '今天',
    week: '本周',
    all: '全部',
    none: '未使用',
    tokenClass: (count, name) => `${classNames[name]} ${format.integer(count)}`,
    tokensByClass: (tokens, parts) => `${format.integer(tokens)} 个 token：${parts.join('；')}`,
    now: '现在',
    perMinute: 'token/分钟',
    costPerHour: (cost) => `每小时 ${cost}`,
    nowTitle: '最近 15 分钟：含缓存的全部 token，及其按 API 折算的费用',
    lastHour: '最近一小时',
    lastHourLine: (tokens, peak) => `最近一小时：${tokens} 个 token，每分钟最多 ${peak}`,
    idle: '最近一小时未使用',
    tokens: 'token',
    fromCache: '来自缓存',
    cached: (share, saved) => (saved === null ? `缓存 ${share}` : `缓存省下 ${saved}`),
    savedTitle: '节省额（估算）：与不用缓存时同样的 token 相比，按标价计算',
    fromCacheTitle: (read, input) => `${input} 个输入 token 中有 ${read} 个读自缓存`,
    ofUsualDay: (share) => `平常一天的 ${format.percent(share)}`,
    ofUsualDayTitle: (tokens, days) =>
      `平常一天为 ${tokens} 个 token：最近四周内 ${format.integer(days)} 个有用量日子的中位数`,
    thisWeek: (tokens, cost) => `本周 ${tokens}${cost === null ? '' : `，${cost}`}`,
    noCost: '费用未知。',
    notABill: '按 API 折算，不是账单。',
    costExcludes: (models) => `不含 ${models}，其费用未知。`,
    burn: {
      title: '消耗速度',
      idle: '最近一小时未使用。',
      noUsage: '这段时间未使用',
      lastHour: '最近一小时',
      minutes: (minutes) => `${minutes} 分钟`,
      tokens: 'token',
      fresh: '新增',
      cost: '费用',
      perMinute: '/分钟',
      tokensTitle: '全部 token，含缓存',
      costTitle: '按 API 折算的费用：这些 token 通过 API 使用时的费用',
    },
  };
}
