import { cleanText } from '../../lib/clean-text.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { createJoiners } from '../join-parts.ts';

/** How many names a list shows before it only counts. */
const maxNames = 5;

/** Words that several surfaces share. */
export function createCommon(format: Formats): Translation['common'] {
  return {
    provenance: {
      official: { label: 'رسمي', title: 'أبلغ عنه المزوّد.' },
      measured: { label: 'مقيس', title: 'مجموع من سجلات هذا الحاسوب.' },
      estimated: { label: 'تقديري', title: 'مقدّر من السجلات؛ لا ينشر المزوّد هذا الرقم.' },
      stale: { label: 'قديم', title: 'أبلغ عنه المزوّد منذ مدة؛ ربما تغيّر.' },
      unknown: { label: 'غير معروف', title: 'غير معروف.' },
    },
    unknown: 'غير معروف',
    noProject: 'بلا مشروع',
    noProjectReason: 'لا يذكر السجل المجلد الذي جرى فيه التشغيل.',
    apiEquivalentCost: 'التكلفة بما يعادل API',
    noCostKnown: 'لا تكلفة معروفة',
    tryAgain: 'إعادة المحاولة',
    noAnswer: 'لا يستجيب Fuelgauge.',
    unknownAgent: (name) =>
      `لا يعرف Fuelgauge وكيلًا اسمه «${name}». تحقق من الرابط؛ وإن كان من إصدار أحدث فحدّث Fuelgauge.`,
    tokens: (count) => countOf(format, count, words.token),
    tokensInResponses: (tokens, responses) =>
      `${countOf(format, tokens, words.token)} في ${countOf(format, responses, words.ofResponses)}`,
    ...createJoiners({ ends: '.!؟', stop: '.', betweenSentences: ' ', comma: '، ' }),
    someOf(names) {
      const first = names.slice(0, maxNames).map(cleanText);
      const more = names.length - maxNames;
      return format.list(more <= 0 ? first : [...first, `${format.integer(more)} أخرى`]);
    },
    severity: { warning: 'تحذير', error: 'خطأ', critical: 'حرج' },
    spoken: (word) => `${word}: `,
    subagents: (count) => countOf(format, count, words.subagent),
    unnamedSubagents: 'وكلاء فرعيون لا يسمّيهم السجل',
    on: 'مفعّل',
    off: 'معطّل',
    evenUseMark: (percent) => `تبيّن العلامة الوقت المنقضي (${format.percent(percent)}): باستخدام منتظم يبلغها الشريط.`,
  };
}
