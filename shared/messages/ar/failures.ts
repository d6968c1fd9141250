import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': 'لا إذن بقراءته',
  'link-loop': 'روابطه تشكل حلقة',
  'parent-not-a-folder': 'جزء من مساره ليس مجلدًا',
  'is-a-folder': 'هو مجلد لا ملف',
  'other-file-system': 'يقود رابطه إلى قرص آخر؛ أضف ذلك المجلد في الإعدادات',
  'special-file-system': 'ليس مجلدًا عاديًا: يولّد النظام محتواه',
  'damaged-database': 'تالف، أو ليس قاعدة بيانات',
  'incomplete-json': 'ليس JSON كاملًا',
  'too-large': 'أكبر من أن يُقرأ',
  'not-a-file': 'ليس ملفًا عاديًا',
  'too-deep': 'متداخل بعمق مفرط',
  locked: 'يقفله برنامج آخر',
  'too-many-open-files': 'الملفات المفتوحة كثيرة جدًا',
  'disk-error': 'تعذّر على القرص قراءته',
  'path-too-long': 'مساره أطول من اللازم',
  'damaged-compression': 'بياناته المضغوطة تالفة',
  'unknown-source': 'لا ينتمي إلى وكيل معروف',
  unknown: 'السبب غير معروف',
};

/** Why a record was skipped. */
export const skipReasons = {
  'not-json': 'ليس JSON',
  'not-a-record': 'ليس سجلًا',
  'no-timestamp': 'بلا تاريخ',
  'no-model': 'بلا نموذج',
  'bad-usage': 'بأرقام مستحيلة',
  'empty-usage': 'بلا استخدام',
  'bad-limit': 'حدود بقيم مستحيلة',
  'not-joined': 'قياسات لا يربطها شيء بالسجل؛ يقارنها «fuelgauge reconcile»',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `أبلغ النظام عن ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `تعذّر تشغيل ${failure.program}`;
    case 'unreadable-output':
      return `تعذّر فهم مخرجات ${failure.program}`;
    case 'failed':
      return `فشل ${failure.program} برمز الخروج ${failure.exitCode}`;
    case 'timed-out':
      return `لم ينته ${failure.program} خلال ${Math.round(failure.timeoutMs / 1_000)} ث`;
    case 'other':
      return failure.detail;
  }
}
