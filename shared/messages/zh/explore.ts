import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { reportKeyNames, withoutKeyNames } from './report-words.ts';

type ExploreWords = NonNullable<Translation['explore']>;

/** One session over time. */
function createTimeline(format: Formats): ExploreWords['timeline'] {
  return {
    title: '时间线',
    missing: '账本中没有此会话。',
    facts: (responses, tokens) => `${format.integer(responses)} 次响应，${tokens}`,
    tokens: '每次响应的 token',
    context: '上下文：每次响应的提示词',
    cost: '目前费用',
    cpu: '处理器，占一个核心的 %',
    memory: '内存',
    noProcesses: '未监视其进程，因此占用情况未知。',
    subagents: (responses, percent) =>
      `子智能体：${format.integer(responses)} 次响应，占 token 的 ${format.percent(percent)}。`,
    noSubagents: '没有子智能体。',
    otherSubagents: '其他（日志中未命名）',
    ownSession: '独立会话',
    startedBy: (session) => `由会话 ${session} 启动。`,
    peak: (tokens) => `最大的提示词：${tokens}。`,
    peakAtLeast: (tokens) => `最大的提示词：至少 ${tokens}。`,
    main: '智能体',
    subagent: '子智能体',
    read: '读自缓存',
    written: '写入缓存',
    fresh: '新输入',
    output: '输出',
    coarse: '此会话的部分内容只保留了每刻钟的合计。',
  };
}

/** The table of everything, and its drill-downs. */
export function createExplore(format: Formats): ExploreWords {
  return {
    groupBy: '分组依据',
    thenBy: '再按',
    thenNothing: '不再细分',
    inside: (name) => `${name} 的明细`,
    openAll: '全部展开',
    foldAll: '全部收起',
    groupings: { ...reportKeyNames, source: '智能体', repository: '仓库', week: '周' },
    withoutKey: withoutKeyNames,
    filter: '筛选',
    filterHint: '名称、智能体或模型',
    columnsLabel: '列',
    label: '用量表',
    columns: {
      source: '智能体',
      last: '最近使用',
      responses: '响应',
      total: 'token',
      cost: '费用',
      cached: '来自缓存',
      input: '输入',
      output: '输出',
      cacheWrite: '缓存写入',
      cacheRead: '缓存读取',
      models: '模型',
    },
    costTitle: '按 API 折算的费用：通过 API 使用时的费用',
    noCostFor: (models) => `${models} 的费用未知。`,
    rows: (count) => `${format.integer(count)} 行`,
    shownOf: (shown, of) => `${format.integer(of)} 行中的 ${format.integer(shown)} 行`,
    totals: (tokens, cost) => (cost === null ? tokens : `${tokens}，${cost}`),
    none: '此时间范围内未使用',
    noneText: '请选择更长的时间范围，或在下次会话后再来查看。',
    noMatch: '没有符合筛选条件的内容',
    showAll: '显示全部时间',
    crumbs: '路径',
    everything: '全部',
    sessionsOf: (name) => `${name} 的会话`,
    sessionAt: (project, at) => `${project}，${at}`,
    worktrees: '工作树在路径可辨认时计入其仓库。',
    open: (name) => `打开 ${name}`,
    timeline: createTimeline(format),
  };
}
