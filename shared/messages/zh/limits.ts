import { minuteMs } from '../../domain/instant.ts';
import { usualPlan } from '../../domain/plan.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration } from '../format/lengths.ts';
import { nameScope } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits, scopeWords } from './units.ts';

/** For the narrow column of the popover. */
const shortWords = { day: '天', hour: '小时', minute: '分', gap: '', moment: '<1分' };

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitAmount, limitWindow } = createUnits(format);
  return {
    title: '限额',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return '周';
      return windowMinutes === 1_440 ? '日' : duration(windowMinutes * minuteMs);
    },
    block: '时段',
    blockTitle(plan) {
      if (plan === null) return '日志显示的 5 小时时段；限额未知。条形表示已过去的时间。';
      return plan === usualPlan
        ? '日志显示的 5 小时时段，对照您平常用满的时段（P90）。'
        : '日志显示的 5 小时时段，对照估算的限额。';
    },
    fresh: '刚刚',
    unknownAccount: '账户未知',
    noneKnown: '还没有智能体报告限额。',
    flipFigure: { left: '显示已用', used: '显示剩余' },
    flipReset: { countdown: '显示重置时间', clock: '显示距重置还有多久' },
    inShort: (lengthMs) => formatDuration(lengthMs, shortWords),
    windowName: limitWindow,
    used: (percent) => `已用 ${format.percent(percent)}`,
    left: (percent) => `剩余 ${format.percent(percent)}`,
    amountUsed: (value, unit) => `已用 ${limitAmount(value, unit)}`,
    amountLeft: (value, unit) => `剩余 ${limitAmount(value, unit)}`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join('，'),
    near: (owner, name, used) => `${owner}：${name}${used === null ? '' : `，${used}`}。`,
    resetsIn: (inMs) => `${duration(inMs)}后重置`,
    resetsAt: (moment) => `重置时间：${moment}`,
    hasReset: '已重置',
    hasEnded: '已结束',
    age: ago,
    forecastEnd: (from, to) => `预测：重置时已用 ${format.percent(from)} 至 ${format.percent(to)}，把握 80%`,
    ...createAnswers(format),
  };
}

/** The sentence for the window that matters most. */
function createAnswers(format: Formats): Translation['limits'] {
  const { duration, limitAmount } = createUnits(format);
  const odds = createOdds(format);
  return {
    resetSince: (name) => ({
      sentence: `${name}已重置`,
      detail: '还没有更新的读数。智能体下次响应时会报告。',
    }),
    amount: (name, remaining, unit) => ({
      sentence: [name, remaining === null ? null : `剩余 ${limitAmount(remaining, unit)}`]
        .filter((text) => text !== null)
        .join('：'),
      detail: null,
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
    lasts(name, moment, probability) {
      const risk = probability === null ? null : odds(probability);
      return {
        sentence: `${name}够用到重置`,
        detail: `重置时间：${moment}。${probability === null ? '按目前的速度，重置前不会用完。' : ''}${risk === null ? '' : `提前用完的概率：${risk}。`}`,
      };
    },
  };
}
