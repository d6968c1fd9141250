import type { Formats } from '../format/formats.ts';
import { joinRange } from '../format/join-range.ts';
import type { Translation } from '../translation.ts';

/** Limits over time, and how good their forecasts have been. */
export function createLimitHistory(format: Formats): Translation['limitHistory'] {
  return {
    none: 'لم يُقرأ حد في هذه المدة',
    noneText: 'تظهر القراءات هنا حالما يبيّن وكيل ما يسمح به مزوّده.',
    chart: (title) => `${title}: النسبة المستخدمة عبر الزمن`,
    ended: (windows, usedUp) =>
      windows === 0
        ? 'لم تنته نافذة في هذه المدة.'
        : `النوافذ المنتهية: ${format.integer(windows)}، نفد منها: ${format.integer(usedUp)}.`,
    now: (percent) => `استُخدم الآن ${format.percent(percent)}.`,
    forecast: (low, high) => `التوقع عند التجديد: ${joinRange(format.percent(low), format.percent(high), ' إلى ')}.`,
    firstReading: (at) => `أول قراءة: ${at}.`,
    lastReading: (at) => `آخر قراءة: ${at}.`,
    used: 'المستخدَم',
    readings: 'القراءات',
    band: 'التوقع، مجال 80%',
    official: 'رسمي',
    record: {
      title: 'سجل دقة التوقع',
      run: 'محاكاة ما مضى',
      running: 'جارٍ محاكاة ما مضى…',
      text: 'تُعاد التوقعات للحظات ماضية بما كان معروفًا حينها، وتُقارن بما حدث.',
      none: 'لا يكفي السجل بعد.',
      quantity: 'ماذا',
      method: 'الطريقة',
      forecasts: 'التوقعات',
      error: 'الخطأ المعتاد',
      covered: 'ضمن المجال',
      falseAlarms: 'إنذارات كاذبة',
      missed: 'فائتة',
    },
  };
}
