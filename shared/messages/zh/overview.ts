import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

type OverviewWords = NonNullable<Translation['overview']>;

/** Which days are shown, in all views. */
export function createRanges(format: Formats): Translation['ranges'] {
  return {
    label: '时间范围',
    names: {
      today: { short: '今天', long: '今天' },
      '7': { short: '7 天', long: '最近 7 天' },
      '30': { short: '30 天', long: '最近 30 天' },
      '90': { short: '90 天', long: '最近 90 天' },
      '365': { short: '一年', long: '最近 365 天' },
      all: { short: '全部', long: '全部时间' },
      custom: { short: '自定义', long: '自定义范围' },
    },
    from: '从',
    to: '到',
    days: (count) => `${format.integer(count)} 天`,
    between: (since, until) => `${since} – ${until}`,
  };
}

/** Words that all charts share. */
export const charts: Translation['charts'] = {
  showAll: '显示全部',
  time: '时间',
  exportLabel: '导出显示的内容',
  withoutNames: '不含名称',
  exportAs: { png: 'PNG 图片' },
  zoomHint: '拖动以放大，双击显示全部',
};

/** The figures at the top. */
function createFigures(format: Formats): OverviewWords['figures'] {
  return {
    label: '统计数字',
    tokens: 'token',
    cost: '按 API 折算',
    cache: '来自缓存',
    sessions: '会话',
    stops: '因限额停止',
    change: (percent, days) => `较前 ${days} ${percent}`,
    changeUpTo: (percent, days, moment) => `较前 ${days}（截至 ${moment}）${percent}`,
    isNew: '前一时间范围没有用量',
    isNewUpTo: (moment) => `前一时间范围截至 ${moment} 没有用量`,
    noBefore: '没有更早的时间范围可比较',
    saved: (money) => `约节省 ${money}`,
    costMore: (money) => `比节省的多花约 ${money}`,
    projects: (count) => `${format.integer(count)} 个项目`,
    times: (count) => `${format.integer(count)} 次`,
    stopsNote: '依据提供商的读数',
    stopsTitle: '已用完的限额窗口',
    noReadings: '此时间范围内没有限额读数',
    notABill: '按标价；不是账单',
    savedTitle: '估算：同样的 token 不用缓存时按标价的费用，减去实际费用',
  };
}

/** The hours of a week. */
function createWeek(format: Formats): OverviewWords['week'] {
  return {
    title: '工作时间分布',
    label: (weekday, hour, percent) => `${weekday} ${hour} 最多：占 token 的 ${format.percent(percent)}。`,
    empty: '此时间范围内未使用。',
    cell: (weekday, hour, value) => `${weekday} ${hour}：${value}`,
    agentMinutes: (hours) => `会话总共工作约 ${hours}。`,
    hours: (hours) => `${format.integer(hours)} 小时`,
    minutes: (minutes) => `${format.integer(minutes)} 分钟`,
    peak: (sessions, at) => `同时最多 ${format.integer(sessions)} 个会话（${at}）。`,
    estimated: '根据响应时间估算',
  };
}

/** The overview. */
export function createOverview(format: Formats): OverviewWords {
  return {
    figures: createFigures(format),
    step: '粒度',
    steps: { hour: '小时', day: '天', week: '周', month: '月' },
    perStep: {
      tokens: { hour: '每小时 token', day: '每天 token', week: '每周 token', month: '每月 token' },
      cost: {
        hour: '每小时按 API 折算的费用',
        day: '每天按 API 折算的费用',
        week: '每周按 API 折算的费用',
        month: '每月按 API 折算的费用',
      },
    },
    splitBy: '拆分依据',
    splits: { source: '智能体', model: '模型', project: '项目', class: '类别' },
    classes: { output: '输出', input: '新输入', write: '缓存写入', read: '缓存读取' },
    calendar: {
      title: '最近一年，逐日',
      label: (used, of, best, value) =>
        `${format.integer(of)} 天中有 ${format.integer(used)} 天有用量；最多的是 ${best}：${value}。`,
      empty: '最近一年未使用。',
      cell: (day, value) => `${day}：${value}`,
      months: '月份',
    },
    week: createWeek(format),
    places: {
      title: '费用去向',
      titleTokens: 'token 去向',
      none: '此时间范围内没有内容。',
      others: '其余全部',
      pair: (model, project) => `${project} 中的 ${model}`,
      showAll: (count) => `显示全部 ${format.integer(count)} 项`,
      showLess: '收起',
    },
  };
}
