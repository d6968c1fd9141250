import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** The tooltip and the menu of the tray icon. */
export function createTray(format: Formats): Translation['tray'] {
  const { apiEquivalent, duration, limitWindow, until } = createUnits(format);
  const odds = createOdds(format);
  return {
    tooltip: (parts) => `Fuelgauge：${parts.join('・')}`,
    starting: '起動中',
    scanning: (percent) => `ログを読み込み中 ${format.percent(percent)}`,
    paused: '一時停止中',
    failed: 'エラーで停止',
    needsAttention: '確認が必要です',
    unusedToday: '今日は使用なし',
    nothingReadToday: '今日はまだ読み取りなし',
    today: (tokens, cost, currency) =>
      `今日 ${format.compact(tokens)}トークン${cost === null ? '' : `、${apiEquivalent(cost.microUsd, currency, cost.isPartial)}`}`,
    ofAgent: (agent, risk) => `${agent}：${risk}`,
    runsOut: (window, inMs) => `${limitWindow(window)}：${until(inMs)}に到達見込み`,
    mayRunOut(window, probability) {
      const risk = odds(probability);
      return risk === null ? null : `${limitWindow(window)}：到達する確率 ${risk}`;
    },
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
