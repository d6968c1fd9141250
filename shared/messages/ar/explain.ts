import { usualPlan } from '../../domain/plan.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { createOdds } from './odds.ts';
import { createUnits } from './units.ts';

/** What a page says of where a figure comes from. */
export function createExplain(format: Formats): Translation['explain'] {
  const { ago } = createUnits(format);
  const odds = createOdds(format);
  return {
    open: (name) => `${name}: المصدر`,
    where: 'من أين يأتي هذا',
    loading: 'جارٍ البحث…',
    gone: 'لا معلومات أخرى عنه الآن.',
    limitUsed: (percent, kind, plan) =>
      `استُخدم ${format.percent(percent)} من ${plan === usualPlan ? 'فترتك الممتلئة المعتادة (P90)' : 'حده'} (${kind}).`,
    odds: (probability) => odds(probability) ?? 'مستبعد',
    forecast: 'التوقع',
    day: 'اليوم',
    recordPending: 'جارٍ حساب دقة هذه التوقعات سابقًا…',
    reading: (place, used, kind, ageMs, role) =>
      `${place}: ${used} (${kind}، ${ago(ageMs)})${role === null ? '' : `، ${role}`}`,
    morePlaces: (count) => `و${format.integer(count)} أخرى`,
    givesFigure: 'معروض هنا',
    givesReset: 'يحدد وقت التجديد',
    costFromLogs: 'كما سُجلت في السجلات إن كانت فيها تكلفة؛ وإلا فمن الرموز والأسعار المعلنة. ليست فاتورة.',
    costFromPrices: 'من الرموز والأسعار المعلنة. ليست فاتورة.',
    costPart: (model, cost, responses) =>
      `${model}: ${cost ?? 'لا سعر معروف'}، ${countOf(format, responses, words.response)}`,
  };
}
