import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames: Readonly<Record<ReportKey, string>> = {
  day: 'اليوم',
  week: 'أسبوع يبدأ',
  month: 'الشهر',
  session: 'الجلسة',
  project: 'المشروع',
  model: 'النموذج',
  account: 'الحساب',
  device: 'الجهاز',
  source: 'المصدر',
  branch: 'الفرع',
  entrypoint: 'بدأ من',
};

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Record<NullableReportField, string>> = {
  project: 'بلا مشروع',
  account: 'غير معروف',
  device: 'هذا الجهاز',
  branch: 'بلا فرع',
  entrypoint: 'غير معروف',
};
