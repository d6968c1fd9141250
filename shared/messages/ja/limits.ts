import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: '1日の上限',
  week: '週間上限',
  days: (count: number): string => `${count}日間の上限`,
  hours: (count: number): string => `${count}時間の上限`,
  minutes: (count: number): string => `${count}分間の上限`,
};
const durationWords = { day: '日', hour: '時間', minute: '分', gap: '', moment: '1分未満' };

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? '今' : `${duration(lengthMs)}後`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'たった今' : `${duration(ageMs)}前`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/分`,
    apiEquivalent: (amount, currency) => `${format.money(amount, currency)}（API換算）`,
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
    title: '上限',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return scope;
      if (windowMinutes === 10_080) return '週';
      return windowMinutes === 1_440 ? '日' : duration(windowMinutes * minuteMs);
    },
    block: 'ブロック',
    fresh: '今',
    noneKnown: '上限を報告したエージェントはまだありません。',
    flipFigure: { left: '使用量を表示', used: '残量を表示' },
    flipReset: { countdown: 'リセット時刻を表示', clock: 'リセットまでの時間を表示' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `${format.percent(percent)}使用`,
    left: (percent) => `残り${format.percent(percent)}`,
    resetsIn: (inMs) => `${duration(inMs)}後にリセット`,
    resetsAt: (moment) => `リセット：${moment}`,
    hasReset: 'リセット済み',
    age: ago,
    forecastEnd: (from, to) => `予測：リセット時の使用率は${format.percent(from)}〜${format.percent(to)}（確度80%）`,
    resetSince: (name) => ({
      sentence: `${name}はリセットされました`,
      detail: '新しい値はまだありません。エージェントが次の応答で報告します。',
    }),
    stale: (name, usedPercent) => ({
      sentence: `${name}：少なくとも${format.percent(usedPercent)}使用`,
      detail: 'この値は古いものです。エージェントが次の応答で新しい値を報告します。',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name}に達しました` : `${name}に達しました（${moment}まで）`,
      detail: resetsInMs === null ? null : `${duration(resetsInMs)}後にリセットされます。`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name}：${moment}に到達見込み`,
      detail: `このペースでは${duration(inMs)}後${earlyMs === null ? '' : `、リセットの${duration(earlyMs)}前`}です。`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}：残り${format.percent(leftPercent)}`, detail: null }),
    lasts: (name, moment, probability) => ({
      sentence: `${name}：リセットまで足ります`,
      detail:
        `リセット：${moment}。` +
        (probability === null ? '' : `それまでに使い切る確率：${format.percent(probability * 100)}。`),
    }),
  };
}
