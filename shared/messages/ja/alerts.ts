import type { AlertSubject } from '../../domain/alert-intent.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  return {
    starting: '起動中',
    scanning: (percent) => `ログを読み込み中 ${format.percent(percent)}`,
    paused: '一時停止中',
    failed: 'エラーで停止',
    needsAttention: '確認が必要です',
    unusedToday: '今日は使用なし',
    today: (tokens, cost, currency) =>
      `今日 ${format.compact(tokens)}トークン${cost === null ? '' : `、${apiEquivalent(cost, currency)}`}`,
    runsOut: (window, inMs) => `${limitWindow(window)}：${until(inMs)}に到達見込み`,
    mayRunOut: (window, probability) =>
      probability < 0.02 ? null : `${limitWindow(window)}：到達する確率${format.percent(probability * 100)}`,
    usedUp: (window, inMs) => `${limitWindow(window)}に到達${inMs === null ? '' : `、${until(inMs)}にリセット`}`,
    blockResets: (inMs) => `ブロック終了まで${duration(inMs)}`,
    menu: {
      open: 'Fuelgaugeを開く',
      overview: '概要',
      settings: '設定',
      pause: '監視を一時停止',
      resume: '監視を再開',
      quit: 'Fuelgaugeを終了',
    },
  };
}

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
