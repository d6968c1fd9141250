import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogs(format: Formats): Translation['logs'] {
  return {
    scan: {
      starting: 'جارٍ البدء',
      searching: 'جارٍ البحث عن السجلات',
      scanning: (percent) => `جارٍ قراءة السجلات، ${format.percent(percent)}`,
      live: 'مباشر',
      following: 'مباشر، يقرؤه Fuelgauge آخر',
      paused: 'متوقف مؤقتًا',
      failed: 'لا يقرأ',
      title: 'جارٍ قراءة سجلاتك',
      progress: 'جارٍ قراءة السجلات',
      filesAndBytes: (filesDone, filesTotal, bytesDone, bytesTotal) =>
        `الملفات: ${format.integer(filesDone)} من ${format.integer(filesTotal)}، ` +
        `${format.bytes(bytesDone)} من ${format.bytes(bytesTotal)}`,
      note: 'تزداد الأرقام أثناء قراءة السجلات. لا يغادر شيء هذا الحاسوب.',
    },
    sources: {
      title: 'أين يبحث Fuelgauge عن السجلات',
      missing: 'غير موجود',
      unreadable: 'غير قابل للقراءة؛ تحقق من أذوناته',
      asleep: 'يُقرأ ثانيةً عندما يعمل نظامه',
      empty: 'لا سجلات فيه',
      files: (files, bytes) => `${countOf(format, files, words.file)}، ${format.bytes(bytes)}`,
      noFolder: 'غير متاح على هذا النظام',
      absent: (labels) => `لم يُعثر على: ${format.list(labels)}`,
    },
    none: {
      title: 'لم يُعثر على استخدام بعد',
      text: 'استخدم أحد هؤلاء الوكلاء لتظهر أرقامه هنا تلقائيًا. إن كانت سجلاته في مكان آخر فأضف ذلك المجلد.',
      addFolder: 'إضافة مجلد…',
      rescan: 'بحث من جديد',
    },
  };
}
