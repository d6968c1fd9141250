import type { TokenUsage } from '../../domain/token-usage.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

const classNames: Readonly<Record<keyof TokenUsage, string>> = {
  inputTokens: 'إدخال',
  cacheCreation5mTokens: 'كتابة في المؤقتة (5 د)',
  cacheCreation1hTokens: 'كتابة في المؤقتة (1 س)',
  cacheReadTokens: 'قراءة من المؤقتة',
  outputTokens: 'إخراج',
  reasoningTokens: 'استدلال (ضمن الإخراج)',
};

/** Usage of today and this week, and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'الاستخدام',
    today: 'اليوم',
    week: 'هذا الأسبوع',
    all: 'الكل',
    none: 'لا استخدام',
    tokenClass: (count, name) => `${classNames[name]}: ${format.integer(count)}`,
    tokensByClass: (tokens, parts) => `${countOf(format, tokens, words.token)}؛ ${parts.join('؛ ')}`,
    now: 'الآن',
    perMinute: 'رمز/د',
    costPerHour: (cost) => `${cost} في الساعة`,
    nowTitle: 'خلال آخر 15 دقيقة: كل الرموز، بما فيها المؤقتة، وتكلفتها بما يعادل API',
    lastHour: 'الساعة الأخيرة',
    lastHourLine: (tokens, peak) => `الساعة الأخيرة: ${tokens} رمز، ${peak} في الدقيقة على الأكثر`,
    idle: 'لا استخدام في الساعة الأخيرة',
    tokens: 'رمز',
    fromCache: 'من الذاكرة المؤقتة',
    cached: (share, saved) => (saved === null ? `${share} من المؤقتة` : `وفّرت المؤقتة ${saved}`),
    savedTitle: 'المبلغ الموفَّر، تقديري: مقارنةً بالرموز نفسها بلا ذاكرة مؤقتة، بالأسعار المعلنة',
    fromCacheTitle: (read, input) => `قُرئ ${read} من ${input} من رموز الإدخال من الذاكرة المؤقتة`,
    ofUsualDay: (share) => `${format.percent(share)} من يوم معتاد`,
    ofUsualDayTitle: (tokens, days) =>
      `في اليوم المعتاد ${tokens} رمز: وسيط ${countOf(format, days, words.ofDays)} فيها استخدام خلال آخر أربعة أسابيع`,
    thisWeek: (tokens, cost) => `${tokens} هذا الأسبوع${cost === null ? '' : `، ${cost}`}`,
    noCost: 'لا تكلفة معروفة.',
    notABill: 'بما يعادل API؛ ليست فاتورة.',
    costExcludes: (models) => `لا تشمل ${models}؛ تكلفتها غير معروفة.`,
    burn: {
      title: 'معدل الاستهلاك',
      idle: 'لا استخدام في الساعة الأخيرة.',
      noUsage: 'لا استخدام في هذا الوقت',
      lastHour: 'الساعة الأخيرة',
      minutes: (minutes) => `${minutes} د`,
      tokens: 'الرموز',
      fresh: 'الجديدة',
      cost: 'التكلفة',
      perMinute: '/ د',
      tokensTitle: 'كل الرموز، بما فيها المؤقتة',
      costTitle: 'التكلفة بما يعادل API: ما كانت الرموز ستكلفه عبر API',
    },
  };
}
