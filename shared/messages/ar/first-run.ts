import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { isolate } from './isolate.ts';

const requestWords = { one: 'طلب واحد', two: 'طلبان', few: 'طلبات', many: 'طلبًا', other: 'طلب' };
const otherAgents = { one: 'وكيل آخر', two: 'وكيلان آخران', few: 'وكلاء آخرين', many: 'وكيلًا آخر', other: 'وكيل آخر' };

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRun(format: Formats): Translation['firstRun'] {
  return {
    title: 'ما وجده Fuelgauge',
    intro: 'يقرأ السجلات التي يحفظها وكلاؤك على هذا الحاسوب. لا يُرسَل شيء إلى أي مكان.',
    found: (files, requests) => `${countOf(format, files, words.file)}، ${countOf(format, requests, requestWords)}`,
    scanning: 'ما زالت القراءة جارية.',
    nothing: 'لم يترك أي وكيل سجلات هنا بعد. تظهر حالما يفعل أحدهم.',
    others: (total) => `بلا سجلات على هذا الحاسوب: ${countOf(format, total, otherAgents)}.`,
    plan: 'ما اشتراكك؟',
    planHint: 'لتقدير فترات 5 ساعات فقط. يمكنك تحديده لاحقًا في الإعدادات.',
    noPlan: 'لا شيء، أو ليس في القائمة',
    statusline: (agent) => `إظهار المتبقي أسفل محث ${agent}`,
    statuslineShow: 'إظهار التغيير…',
    statuslineChange: (file) => `سيتغير هذا الملف: ${isolate(file)}`,
    statuslineApply: 'تغيير الملف',
    statuslineDone: 'سيظهر ابتداءً من المحث التالي.',
    imports: (tool) => `استيراد السجل من ${tool}`,
    importLook: 'معاينة…',
    importHolds: (requests, firstDay, lastDay) =>
      `${countOf(format, requests, requestWords)} من ${firstDay} إلى ${lastDay}. ما احتُسب لا يُحتسب ثانيةً.`,
    importEmpty: 'ليس فيه ما لم يُحتسب بعد.',
    importNow: 'استيراد',
    importDone: 'تم الاستيراد.',
    importFailed: 'صيغة الملف غير معروفة. لم يُستورد شيء.',
    icon: {
      darwin: 'أيقونته في شريط القوائم. عندما يمتلئ الشريط يخفي macOS الأيقونات: شغّل Fuelgauge مرة أخرى لتراه.',
      win32: 'يخفي Windows الأيقونات الجديدة خلف ^ في شريط المهام. اسحب الأيقونة إلى جانب الساعة لتبقى ظاهرة.',
      linux: 'أيقونته في اللوحة. لا يعرضها GNOME إلا بإضافة AppIndicator.',
    },
    done: 'حسنًا',
    details: 'التفاصيل',
  };
}
