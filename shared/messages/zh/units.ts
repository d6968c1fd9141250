import { minuteMs } from '../../domain/instant.ts';
import type { LimitTitle } from '../../domain/limit-window.ts';
import { usDollar } from '../../domain/money.ts';
import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import { formatDuration, nameWindow } from '../format/lengths.ts';
import { nameScope, type ScopeWords } from '../format/name-scope.ts';
import type { Translation } from '../translation.ts';

const windowWords = {
  day: '每日限额',
  week: '每周限额',
  days: (count: number): string => `${count} 天限额`,
  hours: (count: number): string => `${count} 小时限额`,
  minutes: (count: number): string => `${count} 分钟限额`,
};
const durationWords = { day: ' 天', hour: ' 小时', minute: ' 分钟', gap: ' ', moment: '不到 1 分钟' };

const limitUnits = { credits: '点数', tokens: '个 token', requests: '次请求' };

/** Limits without a length. */
export const scopeWords: ScopeWords = {
  names: { credits: '点数', spend: '支出限额', unknown: '限额' },
  shortNames: { credits: '点数', spend: '支出', unknown: '限额' },
};

/** Lengths of time, rates and names of windows. */
export function createUnits(format: Formats) {
  const duration = (lengthMs: number): string => formatDuration(lengthMs, durationWords);
  return {
    duration,
    until: (lengthMs: number): string => (lengthMs <= 0 ? '现在' : `${duration(lengthMs)}后`),
    ago: (ageMs: number): string => (ageMs < minuteMs ? '刚刚' : `${duration(ageMs)}前`),
    perMinute: (perMinute: number): string => `${format.compact(perMinute)}/分钟`,
    apiEquivalent: (amount, currency, isPartial = false) =>
      `${format.money(amount, currency, isPartial)}（按 API 折算）`,
    limitAmount: (value, unit) =>
      unit === 'usd' ? format.money(value * 1_000_000, usDollar) : `${format.compact(value)} ${limitUnits[unit]}`,
    limitWindow({ windowMinutes, scope, label }: LimitTitle): string {
      const kind = windowMinutes === null ? nameScope(scope, scopeWords.names) : nameWindow(windowMinutes, windowWords);
      return label === null ? kind : `${cleanText(label)} ${kind}`;
    },
  } satisfies Translation['units'];
}
