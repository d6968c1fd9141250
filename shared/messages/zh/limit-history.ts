import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';
import type { Translation } from '../translation.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistory(format: Formats): Translation['limitHistory'] {
  return {
    none: '此时间范围内没有限额读数',
    noneText: '智能体显示提供商的限额后，读数会显示在这里。',
    chart: (title) => `${title}：已用比例随时间变化`,
    ended: (windows, usedUp) =>
      windows === 0
        ? '此时间范围内没有结束的窗口。'
        : `${format.integer(windows)} 个窗口已结束，其中 ${format.integer(usedUp)} 个用完。`,
    now: (percent) => `目前已用 ${format.percent(percent)}。`,
    forecast: (low, high) => `预测重置时为 ${joinRange(format.percent(low), format.percent(high), ' 至 ')}。`,
    firstReading: (at) => `首次读数：${at}。`,
    lastReading: (at) => `最近一次读数：${at}。`,
    used: '已用',
    readings: '读数',
    band: '预测，80% 区间',
    official: '官方',
    record: {
      title: '预测的历史表现',
      run: '回放历史',
      running: '正在回放历史…',
      text: '只用当时已知的数据，对过去的时刻重新预测，并与实际结果比较。',
      none: '历史数据还不够。',
      quantity: '对象',
      method: '方法',
      forecasts: '预测次数',
      error: '典型误差',
      covered: '落在区间内',
      falseAlarms: '误报',
      missed: '漏报',
    },
  };
}
