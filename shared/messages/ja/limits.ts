import { minuteMs } from '../../domain/instant.ts';
import { usualPlan } from '../../domain/plan.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { nameScope } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits, scopeWords } from './units.ts';

/** The limits of the popover and of the main window. */
export function createLimits(format: Formats): Translation['limits'] {
  const { ago, duration, limitAmount, limitWindow } = createUnits(format);
  return {
    title: '上限',
    shortName({ windowMinutes, scope, label }) {
      if (label !== null) return cleanText(label);
      if (windowMinutes === null) return nameScope(scope, scopeWords.shortNames);
      if (windowMinutes === 10_080) return '週';
      return windowMinutes === 1_440 ? '日' : duration(windowMinutes * minuteMs);
    },
    block: 'ブロック',
    blockTitle(plan) {
      if (plan === null) return 'ログから分かる5時間のブロックです。上限は不明です。バーは経過時間を示します。';
      return plan === usualPlan
        ? 'ログから分かる5時間のブロックと、普段のフルブロック（P90）です。'
        : 'ログから分かる5時間のブロックと、推定の上限です。';
    },
    fresh: '今',
    unknownAccount: 'アカウント不明',
    noneKnown: '上限を報告したエージェントはまだありません。',
    flipFigure: { left: '使用量を表示', used: '残量を表示' },
    flipReset: { countdown: 'リセット時刻を表示', clock: 'リセットまでの時間を表示' },
    inShort: duration,
    windowName: limitWindow,
    used: (percent) => `${format.percent(percent)}使用`,
    left: (percent) => `残り${format.percent(percent)}`,
    amountUsed: (value, unit) => `${limitAmount(value, unit)}使用`,
    amountLeft: (value, unit) => `残り${limitAmount(value, unit)}`,
    usedAndLeft: (used, left) => [used, left].filter((text) => text !== null).join('、'),
    near: (owner, name, used) => `${owner}：${name}${used === null ? '' : `、${used}`}。`,
    resetsIn: (inMs) => `${duration(inMs)}後にリセット`,
    resetsAt: (moment) => `リセット：${moment}`,
    hasReset: 'リセット済み',
    hasEnded: '終了',
    age: ago,
    forecastEnd: (from, to) => `予測：リセット時の使用率は${format.percent(from)}〜${format.percent(to)}（確度80%）`,
    ...createAnswers(format),
  };
}

/** The sentence for the window that matters most. */
function createAnswers(format: Formats): Translation['limits'] {
  const { duration, limitAmount } = createUnits(format);
  const odds = createOdds(format);
  return {
    resetSince: (name) => ({
      sentence: `${name}はリセットされました`,
      detail: '新しい値はまだありません。エージェントが次の応答で報告します。',
    }),
    amount: (name, remaining, unit) => ({
      sentence: [name, remaining === null ? null : `残り${limitAmount(remaining, unit)}`]
        .filter((text) => text !== null)
        .join('：'),
      detail: null,
    }),
    stale: (name, usedPercent) => ({
      sentence: `${name}：少なくとも${format.percent(usedPercent)}使用`,
      detail: 'この値は古いものです。エージェントが次の応答で新しい値を報告します。',
    }),
    usedUp: (name, moment, resetsInMs) => ({
      sentence: moment === null ? `${name}に達しました` : `${name}に達しました（リセット：${moment}）`,
      detail: resetsInMs === null ? null : `${duration(resetsInMs)}後にリセットされます。`,
    }),
    runsOut: (name, moment, inMs, earlyMs) => ({
      sentence: `${name}：${moment}に到達見込み`,
      detail: `このペースでは${duration(inMs)}後${earlyMs === null ? '' : `、リセットの${duration(earlyMs)}前`}です。`,
    }),
    remaining: (name, leftPercent) => ({ sentence: `${name}：残り${format.percent(leftPercent)}`, detail: null }),
    lasts(name, moment, probability) {
      const risk = probability === null ? null : odds(probability);
      return {
        sentence: `${name}：リセットまで足ります`,
        detail: `リセット：${moment}。${probability === null ? 'このペースなら、それまでに使い切ることはありません。' : ''}${risk === null ? '' : `それまでに使い切る確率：${risk}。`}`,
      };
    },
  };
}
