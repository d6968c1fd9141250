import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

const limitWords = { tokens: 'رمز', 'tokens-in-out': 'رمز إدخال وإخراج', requests: 'طلب' };

/** The active 5-hour block of an agent. */
export function createBlocks(format: Formats): Translation['blocks'] {
  const { duration } = createUnits(format);
  const odds = createOdds(format);
  return {
    title: (agent) => `فترة 5 ساعات · ${agent}`,
    left: (remainingMs) => (remainingMs === 0 ? 'انتهت' : `بقي ${duration(remainingMs)}`),
    span: (from, to) => `${from} – ${to}`,
    limitUsed: (text) => `استُخدم ${text}`,
    shareOf: (percent, limit) => `${format.percent(percent)} من ${limit}`,
    countLimit: (value, unit) => `${format.compact(value)} ${limitWords[unit]}`,
    estimated: (text) => `${text}، تقديري`,
    runsOut: (moment, inMs) => `يُبلغ الحد بحلول ${moment}، خلال ${duration(inMs)}`,
    usedSoFar: 'المستخدَم حتى الآن',
    atEnd: 'عند نهايتها',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? 'الأرجح أن يكفي حتى نهايتها' : `الأرجح أن يكفي حتى نهايتها؛ احتمال النفاد: ${risk}`;
    },
    tokens: 'رمز',
  };
}
