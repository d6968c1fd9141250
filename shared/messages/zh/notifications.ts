import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

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
