import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

/** Where a forecast comes from, as the pages tell it. */
export function createExplainForecast(format: Formats): Translation['explainForecast'] {
  const { duration } = createUnits(format);
  const share = (value: number | null): string => (value === null ? 'غير معروف' : format.percent(value * 100));
  return {
    figures: (used, likely, from, to) =>
      `${used} حتى الآن، والأرجح ${likely} عند نهايته؛ وفي 8 من كل 10 مرات بين ${from} و${to}.`,
    asOf: (moment, end) => `وقت إعداد التوقع: ${moment}، وموعد نهايته: ${end}.`,
    rule: 'القاعدة: مقدار ما استخدمته بعد لحظات مشابهة في ماضيك (وقت اليوم ومدة التوقف والاستخدام الأخير). وما دام سجلك قصيرًا تُحتسب لحظات آخرين أيضًا.',
    limitRule:
      'القاعدة: من أحدث رقم للمزوّد، مضافًا إليه ما ستزيده رموزك المسجلة بقاعدة الأسبوع نفسها؛ وتدل الرموز منذ بدء النافذة على مقدار الواحد في المئة.',
    odds: (odds) => `احتمال نفاده قبل نهايته: ${odds}.`,
    staleFigure: (ageMs) => `مضى على رقم المزوّد ${duration(ageMs)}، وهو أقدم من أن يدل على نفاد الحد.`,
    record: ({ forecasts, medianApe, coverage80 }) =>
      `لتوقعات كهذه على ماضيك عند منتصف الوقت (${format.integer(forecasts)}): وسيط الخطأ ${share(medianApe)}، ` +
      `وبقيت ضمن المجال بنسبة ${share(coverage80)}.`,
    noRecord: 'لم يكتمل مثلها في سجلك بعد، فخطؤها غير معروف.',
    noRecordOfLimits: 'قراءات الحدود أقل من أن يُقاس بها خطأ هذا التوقع.',
  };
}
