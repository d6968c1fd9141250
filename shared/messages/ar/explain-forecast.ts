import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** Where a forecast comes from, as the pages tell it. */
export function createExplainForecast(format: Formats): Translation['explainForecast'] {
  const share = (value: number | null): string => (value === null ? 'غير معروف' : format.percent(value * 100));
  return {
    figures: (used, likely, from, to) => `${used} حتى الآن، والأرجح ${likely} عند نهايته؛ 8 من 10 بين ${from} و${to}.`,
    asOf: (moment, end) => `التوقع مُعدّ ${moment}، لـ ${end}.`,
    rule: 'القاعدة: ما تلا لحظات مشابهة من ماضيك (بحسب وقت اليوم ومدة راحتك وما استخدمته مؤخرًا). وما دامت قليلة تُحتسب لحظات آخرين أيضًا.',
    limitRule:
      'القاعدة: من أحدث رقم للمزوّد، مضافًا إليه ما ستزيده رموزك المسجلة بقاعدة الأسبوع نفسها؛ وتدل الرموز منذ بدء النافذة على مقدار الواحد في المئة.',
    odds: (odds) => `احتمال نفاده قبل نهايته: ${odds}.`,
    record: ({ forecasts, medianApe, coverage80 }) =>
      `لتوقعات كهذه على ماضيك عند منتصف الوقت (${format.integer(forecasts)}): وسيط الخطأ ${share(medianApe)}، ` +
      `وبقيت ضمن المجال بنسبة ${share(coverage80)}.`,
    noRecord: 'لم يكتمل مثلها في ماضيك بعد، فخطؤها غير معروف.',
    noRecordOfLimits: 'قراءات الحدود أقل من أن يُقاس بها خطأ هذا التوقع.',
  };
}
