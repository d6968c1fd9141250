import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: '每日限额',
  week: '每周限额',
  days: (count: number): string => `${count} 天限额`,
  hours: (count: number): string => `${count} 小时限额`,
  minutes: (count: number): string => `${count} 分钟限额`,
};
const durationWords = { day: ' 天', hour: ' 小时', minute: ' 分钟', gap: ' ', moment: '不到 1 分钟' };

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? '现在' : `${duration(lengthMs)}后`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? '刚刚' : `${duration(ageMs)}前`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/分钟`,
    apiEquivalent: (amount, currency) => `${format.money(amount, currency)}（按 API 折算）`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? scope : nameWindow(windowMinutes, windowWords);
      return label === null ? kind : `${cleanText(label)} ${kind}`;
    },
  } satisfies Translation['units'];
}

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitWindow } = createUnits(format);
  return {
    title: '限额',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return scope;
      if (windowMinutes === 10_080) return '周';
      return windowMinutes === 1_440 ? '日' : duration(windowMinutes * minuteMs);
    },
    block: '时段',
    fresh: '刚刚',
    noneKnown: '还没有智能体报告限额。',
    flipFigure: { left: '显示已用', used: '显示剩余' },
    flipReset: { countdown: '显示重置时间', clock: '显示距重置还有多久' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `已用 ${format.percent(percent)}`,
    left: (percent) => `剩余 ${format.percent(percent)}`,
    resetsIn: (inMs) => `${duration(inMs)}后重置`,
    resetsAt: (moment) => `重置时间：${moment}`,
    hasReset: '已重置',
    age: ago,
    forecastEnd: (from, to) => `预测：重置时已用 ${format.percent(from)} 至 ${format.percent(to)}，把握 80%`,
    resetSince: (name) => ({
      sentence: `${name}已重置`,
      detail: '还没有更新的读数。智能体下次响应时会报告。',
    }),
    stale: (name, usedPercent) => ({
      sentence: `${name}：至少已用 ${format.percent(usedPercent)}`,
      detail: '这个读数较旧。智能体下次响应时会报告新的读数。',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name}已用完` : `${name}已用完，${moment} 恢复`,
      detail: resetsInMs === null ? null : `${duration(resetsInMs)}后重置。`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name}将于 ${moment} 用完`,
      detail: `按目前的速度，${duration(inMs)}后用完${earlyMs === null ? '' : `，比重置早 ${duration(earlyMs)}`}。`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}：剩余 ${format.percent(leftPercent)}`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name}够用到重置`,
      detail:
        `重置时间：${moment}。` +
        (probability === null ? '' : `提前用完的概率：${format.percent(probability * 100)}。`),
    }),
  };
}
