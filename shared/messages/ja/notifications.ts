import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Notifications about limits. */
export function createNotifications(format: Formats): Translation['notifications'] {
  const { duration, limitWindow, until } = createUnits(format);
  const nameOf = (subject: AlertSubject): string => (subject.kind === 'block' ? '5時間ブロック' : limitWindow(subject));
  const reset = (atMs: number | null, nowMs: number): string =>
    atMs === null || atMs <= nowMs ? '' : `${until(atMs - nowMs)}にリセットされます。`;
  return {
    threshold: ({ parameters: { subject, thresholdPercent, usedPercent, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}の${format.percent(usedPercent)}を使用`,
      body:
        (usedPercent >= 100 ? '使い切りました。' : `${format.percent(thresholdPercent)}を超えました。`) +
        reset(resetsAtMs, nowMs),
    }),
    depleted: ({ parameters: { subject, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}を使い切りました`,
      body: `残りはありません。${reset(resetsAtMs, nowMs)}`,
    }),
    restored: ({ parameters: { subject } }, { sourceLabel }) => ({
      title: `${sourceLabel}：${nameOf(subject)}が再び利用できます`,
      body: 'このアカウントで使い切った上限はほかにありません。',
    }),
    'runs-out': ({ parameters: { subject, usedPercent, runsOutAtMs, resetsAtMs } }, { sourceLabel, nowMs }) => ({
      title: `${sourceLabel}：${nameOf(subject)}を${until(runsOutAtMs - nowMs)}に使い切る見込み`,
      body:
        `${format.percent(usedPercent)}使用。このペースでは、リセットの` +
        `${duration(resetsAtMs - runsOutAtMs)}前に使い切ります。`,
    }),
  };
}
