import { browserNames } from '../en/activity-words.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { activityCategoryNames } from './activity-words.ts';
import { createUnits } from './units.ts';

const parts = {
  sites: { title: 'مواقع الذكاء الاصطناعي', switch: 'مواقع الذكاء الاصطناعي في سجلات المتصفحات' },
  apps: { title: 'تطبيقات الذكاء الاصطناعي', switch: 'وقت تطبيقات الذكاء الاصطناعي' },
  commands: { title: 'أدوات الذكاء الاصطناعي في الصدفات', switch: 'أدوات الذكاء الاصطناعي في الصدفات' },
  apis: { title: 'طلبات إلى واجهات API للذكاء الاصطناعي', switch: 'الاستقبال من إضافة المتصفح' },
};
const failures = {
  'not-allowed': 'لا يسمح هذا النظام لـ Fuelgauge بقراءته',
  'too-large': 'أكبر من أن يُنسخ',
  unreadable: 'تعذّرت قراءته هذه المرة',
};

/** The view of AI sites, apps and tools. */
export function createApps(format: Formats): Translation['apps'] {
  const { duration } = createUnits(format);
  return {
    parts,
    label: 'الاسم',
    active: 'النشط',
    counts: { sites: 'الزيارات', apps: 'مرات الاستخدام', commands: 'الاستدعاءات', apis: 'الطلبات' },
    cost: 'التكلفة، تقديرية',
    settings: 'الإعدادات',
    off: (name) => `غير مسجَّل. فعّل «${parts[name].switch}» في الإعدادات.`,
    none: {
      sites: 'لا استخدام لموقع مدرج في هذه المدة.',
      apps: 'لا استخدام لتطبيق مدرج في هذه المدة.',
      commands: 'لا استدعاء لأداة معروفة في هذه المدة.',
      apis: 'لا طلب في هذه المدة.',
    },
    category: (category) => activityCategoryNames[category],
    time: (activeMs, isEstimated) => `${isEstimated ? '~' : ''}${duration(activeMs)}`,
    estimatedTime: 'مقدّر من الزيارات في سجل متصفح',
    measuredTime: 'مقيس',
    costKind: 'تقديري: الوقت النشط بسعر الساعة، أو الرموز بسعرها المعلن',
    note: (day) =>
      `تدل العلامة ~ على تقدير. التكلفة هي الوقت النشط بأسعار الساعة التي حددتها${day === null ? '' : `، وما لم تحدد له سعرًا فبالأسعار الافتراضية بتاريخ ${format.day(day)}`}.`,
    undated: (count) => `استدعاءات من سجلات صدفات بلا أوقات، فقد تكون من أي يوم: ${format.integer(count)}.`,
    focusUnknown: 'لا تُعرف النافذة التي في الأمام على سطح المكتب هذا.',
    failure: (name, failure) => `استُثني سجل ${browserNames[name] ?? name}: ${failures[failure]}.`,
  };
}
