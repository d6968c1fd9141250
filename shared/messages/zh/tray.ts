import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  const odds = createOdds(format);
  return {
    tooltip: (parts) => `Fuelgauge：${parts.join('；')}`,
    starting: '正在启动',
    scanning: (percent) => `正在读取日志，${format.percent(percent)}`,
    paused: '已暂停',
    failed: '因错误停止',
    needsAttention: '需要注意',
    unusedToday: '今天未使用',
    nothingReadToday: '今天尚未读取',
    today: (tokens, cost, currency) =>
      `今天 ${format.compact(tokens)} 个 token${cost === null ? '' : `，${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent}：${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)}${inMs <= 0 ? '即将' : `将在 ${until(inMs)}`}用完`,
    mayRunOut(window, probability) {
      const risk = odds(probability);
      return risk === null ? null : `${limitWindow(window)}：用完的概率 ${risk}`;
    },
    usedUp: (window, inMs) => `${limitWindow(window)}已用完${inMs === null ? '' : `，${until(inMs)}重置`}`,
    blockResets: (inMs) => `时段将在 ${duration(inMs)}后结束`,
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
