import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type HistoryWords = NonNullable<Translation['history']>;

const measures = { tokens: 'token', cost: '按 API 折算的费用' };
const perSpan = { day: '每天', week: '每周', month: '每月' };

/** The chart, as it is seen and read aloud. */
function createChart(format: Formats): HistoryWords['chart'] {
  return {
    title: (measure, by) => `${perSpan[by]}${measure === 'tokens' ? ' ' : ''}${measures[measure]}`,
    emptyBar: { tokens: '未使用', cost: '没有费用已知的用量' },
    legend: '图例',
    tokens: (tokens) => `${format.compact(tokens)} 个 token`,
    others: (count) => `其他 ${format.integer(count)} 项`,
    weekOf: (day) => `${day} 当周`,
    bar: (title, total, parts) => `${title}：${total}${parts.length > 1 ? `；${parts.join('，')}` : ''}`,
    part: (label, value) => `${label} ${value}`,
    summary: {
      nothing: { tokens: '此时间范围内未使用。', cost: '此时间范围内没有费用已知的内容。' },
      peak: (title, value) => `最高：${title}，${value}`,
      lead: (label, percent) => `${label} ${format.percent(percent)}`,
      join: (parts) => `${parts.join('；')}。`,
      hidden: '时间范围太长，按此步长无法显示开头部分。',
    },
  };
}

/** The table with all rows. */
function createTable(format: Formats): HistoryWords['table'] {
  return {
    title: '全部行',
    label: '用量表',
    pages: '表格分页',
    withoutKey: withoutKeyNames,
    columns: {
      key: reportKeyNames,
      source: '来源',
      last: '最近使用',
      total: '合计',
      cost: '费用',
      input: '输入',
      output: '输出',
      cacheWrite: '缓存写入',
      cacheRead: '缓存读取',
    },
    costTitle: '按 API 折算的费用：通过 API 使用时的费用',
    noCostFor: (models) => `${models} 的费用未知。`,
    page: (page, of) => `第 ${format.integer(page)} 页，共 ${format.integer(of)} 页`,
  };
}

/** The history: choices, chart and table. */
export function createHistory(format: Formats): HistoryWords {
  return {
    title: '历史记录',
    groupBy: '分组依据',
    groupings: { ...reportKeyNames, week: '周' },
    splitBy: '拆分依据',
    splits: reportKeyNames,
    show: '显示',
    measures: { tokens: 'token', cost: '费用' },
    range: '时间范围',
    ranges: { '7': '最近 7 天', '30': '最近 30 天', '90': '最近 90 天', '365': '最近一年', all: '全部时间' },
    loading: '正在加载历史记录',
    loadingText: '正在累加…',
    empty: {
      title: '此时间范围内未使用',
      allTime: '智能体写下第一份日志后，用量会显示在这里。',
      shorter: '请选择更长的时间范围，或在下次会话后再来查看。',
      showAll: '显示全部时间',
    },
    figures: {
      tokens: 'token',
      cost: '按 API 折算的费用',
      costTitle: '通过 API 使用时的费用。订阅不会按此收费。',
      notABill: '不是账单',
      responses: '响应',
      cached: '读自缓存',
    },
    noCostFor: (models) => `${models} 的费用未知；合计中不包含。`,
    unfinished: (responses) => `日志没有显示 ${format.integer(responses)} 次响应如何结束，因此输出可能更多。`,
    chart: createChart(format),
    table: createTable(format),
  };
}
