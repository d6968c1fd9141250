import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    starting: '正在启动',
    scanning: (percent) => `正在读取日志，${format.percent(percent)}`,
    paused: '已暂停',
    failed: '因错误停止',
    needsAttention: '需要注意',
    unusedToday: '今天未使用',
    today: (tokens, cost, currency) =>
      `今天 ${format.compact(tokens)} 个 token${cost === null ? '' : `，${apiEquivalent(cost, currency)}`}`,
    runsOut: (window, inMs) => `${limitWindow(window)}将在${until(inMs)}用完`,
    mayRunOut: (window, probability) =>
      probability < 0.02 ? null : `${limitWindow(window)}：用完的概率 ${format.percent(probability * 100)}`,
    usedUp: (window, inMs) => `${limitWindow(window)}已用完${inMs === null ? '' : `，${until(inMs)}重置`}`,
    blockResets: (inMs) => `时段将在${duration(inMs)}后结束`,
    menu: {
      open: '打开 Fuelgauge',
      overview: '概览',
      settings: '设置',
      pause: '暂停监控',
      resume: '继续监控',
      quit: '退出 Fuelgauge',
    },
  };
}

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? '5 小时时段' : limitWindow(subject));
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : `${until(atMs - nowMs)}重置。`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已用 ${format.percent(usedPercent)}`,
      body:
        (usedPercent >= 100 ? '已用完。' : `已超过 ${format.percent(thresholdPercent)}。`) + reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已用完`,
      body: `没有剩余。${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}：${nameOf(subject)}已恢复可用`,
      body: '此账户没有其他已知限额被用完。',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}将在${until(runsOutAtMs - nowMs)}用完`,
      body:
        `已用 ${format.percent(usedPercent)}。按目前的速度，将比重置早 ` +
        `${duration(resetsAtMs - runsOutAtMs)}用完。`,
    }),
  };
}
