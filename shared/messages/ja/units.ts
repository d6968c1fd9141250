import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { isNamedScope, nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: '1日の上限',
  week: '週間上限',
  days: (count: number): string => `${count}日間の上限`,
  hours: (count: number): string => `${count}時間の上限`,
  minutes: (count: number): string => `${count}分間の上限`,
};
const durationWords = { day: '日', hour: '時間', minute: '分', gap: '', moment: '1分未満' };

const limitUnits = { credits: 'クレジット', tokens: 'トークン', requests: 'リクエスト' };

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: 'クレジット', spend: '支出上限', unknown: '上限' },
  shortNames: { credits: 'クレジット', spend: '支出', unknown: '上限' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? 'すぐ' : `${duration(lengthMs)}後`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? 'たった今' : `${duration(ageMs)}前`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/分`,
    apiEquivalent: (amount, currency, isPartial = false) => `${format.money(amount, currency, isPartial)}（API換算）`,
    limitAmount: (value, unit) =>
      unit === 'usd' ? format.money(value * 1_000_000, usDollar) : `${format.compact(value)}${limitUnits[unit]}`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? nameScope(scope, scopeWords.names) : nameWindow(windowMinutes, windowWords);
      const isNamed = windowMinutes !== null || isNamedScope(scope, scopeWords.names);
      return label === null ? kind : `${cleanText(label)}${isNamed ? 'の' : ' '}${kind}`;
    },
  } satisfies Translation['units'];
}
