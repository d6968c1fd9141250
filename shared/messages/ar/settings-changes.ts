import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeStoredValue } from './calls.ts';
import { countOf } from './count-words.ts';

/** Built on the verb `عُثر على`. */
const settingWords = {
  one: 'إعداد واحد',
  two: 'إعدادين',
  few: 'إعدادات',
  many: 'إعدادًا',
  other: 'إعداد',
};

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats): NonNullable<Translation['settings']>['changes'] {
  return {
    search: 'البحث في الإعدادات',
    found: (count) =>
      count === 0
        ? 'لا إعداد يطابق هذه الكلمات. جرّب كلمات أقل أو أخرى.'
        : `عُثر على ${countOf(format, count, settingWords)}`,
    clear: 'مسح البحث',
    changed: (name) => `تغيّر «${name}».`,
    wasReset: (section) => `أُعيد «${section}» إلى القيم الافتراضية.`,
    imported: 'استُوردت الإعدادات.',
    undo: 'تراجع',
    undoOf: (name) => `تراجع: ${name}`,
    undone: (name) => `تم التراجع: ${name}`,
    dismiss: 'إغلاق',
    notUndone: (reason) => `لم يتم التراجع. ${reason}`,
    reset: 'إعادة تعيين',
    resetOf: (section) => `إعادة تعيين «${section}»`,
    otherNames: {
      activity: 'مواقع الذكاء الاصطناعي وتطبيقاته',
      desktop: 'نص شريط النظام والمفاتيح',
      calendar: 'الأيام والأسابيع والساعة',
      askAgents: 'سؤال الوكلاء عن حدودهم',
      popover: 'ترتيب النافذة المنبثقة',
      server: 'الخادم',
      otlpExport: 'المقاييس المرسلة عبر OpenTelemetry',
      proxy: 'خادم وسيط يُسأل عن استخدامه',
      errorReports: 'تقارير الأعطال',
    },
    file: {
      title: 'النسخ الاحتياطي والتشخيص',
      export: 'تصدير الإعدادات',
      exportHint: 'ملف فيه ما يختلف عن الافتراضي، دون الأسرار والترويسات وwebhooks ومواضيع ntfy والبرامج.',
      exportNow: 'تصدير…',
      import: 'استيراد الإعدادات',
      importHint: 'يعرض ما سيتغير قبل أن يتغير شيء.',
      importNow: 'اختيار ملف…',
      notSettings: (file) => `«${file}» ليس ملف إعدادات صدّره Fuelgauge.`,
      newer: (file) => `«${file}» من إصدار أحدث من Fuelgauge.`,
      noChange: (file) => `«${file}» لن يغيّر شيئًا.`,
      wouldChange: (file) => `«${file}» سيغيّر:`,
      becomes: (name, before, after) => `${name}: ${before} ← ${after}`,
      unknown: (names) => `إعدادات ليست في هذا الإصدار: ${format.list(names)}.`,
      describeComplaint(complaint, name) {
        const where = complaint.place === null ? name : `${name} (${complaint.place})`;
        return `${describeStoredValue(where, complaint)}. تبقى كما هي.`;
      },
      apply: 'استخدام هذه الإعدادات',
      cancel: 'إلغاء',
      diagnosis: 'تشخيص لتقرير خطأ',
      diagnosisHint: 'ما قُرئ، دون أسماء مشاريع وأشخاص وحسابات. تراه كله قبل نسخه.',
      show: 'إظهار',
      copy: 'نسخ',
      copied: 'نُسخ.',
      notCopied: 'لم يسمح النظام بالنسخ. حدد النص وانسخه.',
    },
  };
}
