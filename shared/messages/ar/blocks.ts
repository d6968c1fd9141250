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
    officialBoundary: 'تبدأ وتنتهي عندما يقول المزوّد إن مدته تبدأ وتنتهي.',
    estimatedBoundary: 'تبدأ بأول رد بعد خمس ساعات من الخمول؛ لا يُبلغ المزوّد عن وقتها.',
    left: (remainingMs) => (remainingMs === 0 ? 'انتهت' : `بقي ${duration(remainingMs)}`),
    span: (from, to) => `${from} – ${to}`,
    limitMeter: (agent) => `حد الفترة لدى ${agent}`,
    timeMeter: (agent) => `الوقت المنقضي من فترة ${agent}`,
    limitUsed: (text) => `استُخدم ${text}`,
    shareOf: (percent, limit) => `${format.percent(percent)} من ${limit}`,
    countLimit: (value, unit) => `${format.compact(value)} ${limitWords[unit]}`,
    estimated: (text) => `${text}، تقديري`,
    ownLimit: 'حدك أنت، من الإعدادات.',
    planLimit: (plan) => `ما وجد آخرون أن فترة من خطة ${plan} تسمح به؛ لا ينشره المزوّد.`,
    runsOut: (moment, inMs) => `يُبلغ الحد ${moment}، خلال ${duration(inMs)}`,
    usedSoFar: 'المستخدَم حتى الآن',
    atEnd: 'عند نهايتها',
    atEndEstimated: '(تقديري)',
    likelyEnd: (from, to) => `النهاية الأرجح مما فعلته في أوقات كهذه؛ 8 من 10 بين ${from} و${to}.`,
    noForecast: 'لا توقع أثناء قراءة السجلات.',
    likelyCost: 'التكلفة بما يعادل API عند النهاية الأرجح.',
    odds(probability) {
      const risk = odds(probability);
      return risk === null ? 'الأرجح أن يكفي حتى نهايتها' : `الأرجح أن يكفي حتى نهايتها؛ احتمال النفاد: ${risk}`;
    },
    tokens: 'رمز',
  };
}
