import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './limits.ts';

export const common: Translation['common'] = {
  provenance: {
    official: { label: 'رسمي', title: 'أبلغ عنه المزوّد.' },
    measured: { label: 'مقيس', title: 'مجموع من سجلات هذا الحاسوب.' },
    estimated: { label: 'تقديري', title: 'مقدّر من السجلات؛ لا ينشر المزوّد هذا الرقم.' },
    stale: { label: 'قديم', title: 'أبلغ عنه المزوّد منذ مدة؛ ربما تغيّر.' },
    unknown: { label: 'غير معروف', title: 'غير معروف.' },
  },
  unknown: 'غير معروف',
  noProject: 'بلا مشروع',
  apiEquivalentCost: 'التكلفة بما يعادل API',
  noCostKnown: 'لا تكلفة معروفة',
  tryAgain: 'إعادة المحاولة',
  noAnswer: 'لا يستجيب Fuelgauge.',
  severity: { warning: 'تحذير', error: 'خطأ', critical: 'حرج' },
  on: 'مفعّل',
  off: 'معطّل',
};

export const windows: Translation['windows'] = {
  overview: 'نظرة عامة',
  explore: 'استكشاف',
  limits: 'الحدود',
  processes: 'العمليات',
  apps: 'التطبيقات والمواقع',
  alerts: 'التنبيهات',
  compare: 'مقارنة',
  settings: 'الإعدادات',
  pause: 'إيقاف مؤقت',
  resume: 'استئناف',
  quit: 'إنهاء',
  views: 'العروض',
  usage: 'الاستخدام',
  errors: 'الأخطاء',
  warnings: 'التحذيرات',
  lastKnownState: 'ترى آخر حالة معروفة.',
  waiting: 'جارٍ جلب أحدث الأرقام…',
  paused: 'متوقف مؤقتًا. لا تتغير الأرقام حتى تستأنف.',
  noUsageThisWeek: 'لا استخدام هذا الأسبوع',
  popover: {
    sections: { limits: 'الحدود', now: 'الآن', today: 'اليوم', sessions: 'الجلسات', attention: 'يحتاج إلى انتباه' },
    arrange: 'ترتيب',
    undo: 'تراجع',
    done: 'تم',
    more: 'المزيد',
    keepOpen: 'إبقاؤه مفتوحًا',
    hide: 'طمس الأسماء والمبالغ',
  },
  tokensToday: (tokens) => `${tokens} رمز اليوم`,
  noUsageToday: 'لا استخدام اليوم',
  scanning: (percent) => `جارٍ قراءة السجلات، ${percent}`,
};

/** Usage and burn rates. */
export function createUsage(format: Formats): Translation['usage'] {
  return {
    title: 'الاستخدام',
    today: 'اليوم',
    week: 'هذا الأسبوع',
    all: 'الكل',
    none: 'لا استخدام',
    now: 'الآن',
    perMinute: 'رمز/د',
    costPerHour: (cost) => `${cost} في الساعة`,
    lastHour: 'الساعة الأخيرة',
    idle: 'لا استخدام في الساعة الأخيرة',
    tokens: 'رمز',
    fromCache: 'من الذاكرة المؤقتة',
    ofUsualDay: (share) => `${format.percent(share)} من يوم معتاد`,
    thisWeek: (tokens, cost) => `${tokens} هذا الأسبوع${cost === null ? '' : `، ${cost}`}`,
    noCost: 'لا تكلفة معروفة.',
    notABill: 'بما يعادل API؛ ليست فاتورة.',
  };
}

const sessionWords = {
  zero: 'جلسة',
  one: 'جلسة',
  two: 'جلستان',
  few: 'جلسات',
  many: 'جلسة',
  other: 'جلسة',
};

/** Sessions that run. */
export function createActivity(format: Formats): Translation['activity'] {
  const { ago, duration } = createUnits(format);
  return {
    sessions: {
      states: { working: 'تعمل', waiting: 'تنتظر', idle: 'خاملة', paused: 'متوقفة مؤقتًا' },
      quiet: { waiting: (ms) => `تنتظر منذ ${duration(ms)}`, idle: (ms) => `خاملة منذ ${duration(ms)}` },
      count(count) {
        const word = format.plural(count, sessionWords);
        if (count === 2) return word;
        return count === 1 ? `${word} واحدة` : `${format.integer(count)} ${word}`;
      },
      withoutSession: 'لا جلسة معروفة',
      menu: (name) => `إجراءات ${name}`,
      showFolder: 'إظهار المجلد',
      showTerminal: 'إظهار الطرفية',
      details: 'التفاصيل',
      pause: 'إيقاف مؤقت',
      resume: 'استئناف',
      end: 'إنهاء…',
      more: (count) => `${format.integer(count)} أخرى في «استكشاف»`,
      showAll: (count) => `إظهار الكل (${format.integer(count)})`,
      meta: (agent, ageMs) => `${agent} · ${ago(ageMs)}`,
    },
  };
}
