import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: '官方', title: '由提供商报告。' },
    measured: { label: '实测', title: '由本机日志累加得出。' },
    estimated: { label: '估算', title: '根据日志估算；提供商不公布此数值。' },
    stale: { label: '过时', title: '提供商在一段时间前报告；之后可能已变化。' },
    unknown: { label: '未知', title: '未知。' },
  },
  unknown: '未知',
  noProject: '无项目',
  apiEquivalentCost: '按 API 折算的费用',
  noCostKnown: '费用未知',
  tryAgain: '重试',
  noAnswer: 'Fuelgauge 没有响应。',
  severity: { warning: '警告', error: '错误', critical: '严重' },
  on: '开',
  off: '关',
};

export const windows: Translation['windows'] = {
  overview: '概览',
  explore: '分析',
  limits: '限额',
  processes: '进程',
  apps: '应用与网站',
  alerts: '提醒',
  compare: '比较',
  settings: '设置',
  pause: '暂停',
  resume: '继续',
  quit: '退出',
  views: '视图',
  usage: '用量',
  errors: '错误',
  warnings: '警告',
  lastKnownState: '显示的是最后已知的状态。',
  waiting: '正在获取最新数据…',
  paused: '已暂停。继续之前数据不会变化。',
  noUsageThisWeek: '本周未使用',
  popover: {
    sections: { limits: '限额', now: '现在', today: '今天', sessions: '会话', attention: '需要注意' },
    arrange: '排列',
    undo: '撤销',
    done: '完成',
    more: '更多',
    keepOpen: '保持打开',
    hide: '模糊名称和金额',
  },
  tokensToday: (tokens) => `今天 ${tokens} 个 token`,
  noUsageToday: '今天未使用',
  scanning: (percent) => `正在读取日志，${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: '用量',
    today: '今天',
    week: '本周',
    all: '全部',
    none: '未使用',
    now: '现在',
    perMinute: 'token/分钟',
    costPerHour: (cost) => `每小时 ${cost}`,
    lastHour: '最近一小时',
    idle: '最近一小时未使用',
    tokens: 'token',
    fromCache: '来自缓存',
    ofUsualDay: (share) => `平常一天的 ${format.percent(share)}`,
    thisWeek: (tokens, cost) => `本周 ${tokens}${cost === null ? '' : `，${cost}`}`,
    noCost: '费用未知。',
    notABill: '按 API 折算，不是账单。',
  };
}

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: '工作中', waiting: '等待中', idle: '空闲', paused: '已暂停' },
      quiet: { waiting: (ms) => `已等待 ${duration(ms)}`, idle: (ms) => `空闲 ${duration(ms)}` },
      count: (count) => `${format.integer(count)} 个会话`,
      withoutSession: '会话未知',
      menu: (name) => `${name} 的操作`,
      showFolder: '显示文件夹',
      showTerminal: '显示终端',
      details: '详细信息',
      pause: '暂停',
      resume: '继续',
      end: '结束…',
      more: (count) => `“分析”中还有 ${format.integer(count)} 个`,
      showAll: (count) => `显示全部 ${format.integer(count)} 个`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
