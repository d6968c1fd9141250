import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { activityCategoryNames } from './activity-words.ts';

const forget = {
  label: 'حذف النشاط المسجَّل',
  hint: 'يحذف كل ما سُجّل حتى الآن من وقت وزيارات واستدعاءات للمواقع والتطبيقات والأدوات وواجهات API. ويبقى ما استهلكه وكلاؤك.',
  button: 'حذف…',
  question: 'أتريد حذف كل ما سُجّل عن المواقع والتطبيقات والأدوات وواجهات API؟ لا يمكن التراجع عن ذلك.',
  confirm: 'حذف',
  cancel: 'إلغاء',
  outcome: {
    done: 'حُذف. ويُسجَّل ما هو مفعّل من جديد ابتداءً من الآن.',
    ordered: 'سيحذفه Fuelgauge الذي يكتب في الدفتر خلال نصف دقيقة.',
    'not-written': 'لم يُحذف شيء: تتعذّر على Fuelgauge الكتابة في مجلد بياناته.',
  },
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettings(format: Formats): NonNullable<Translation['settings']>['activity'] {
  const hourly = (usdPerHour: number): string => `${format.price(usdPerHour)} في الساعة`;
  return {
    title: 'مواقع الذكاء الاصطناعي وتطبيقاته وأدواته',
    privacy:
      'كل هذا معطّل حتى تفعّله، ويبقى على هذا الحاسوب. لا تُحفظ إلا أرقام: الوقت والزيارات والاستدعاءات، لكل موقع أو تطبيق أو أداة. ' +
      'لا تُحفظ عناوين الويب ولا عناوين النوافذ ولا الأوامر ولا ما تكتبه. وما سُجّل يبقى بعد التعطيل.',
    switches: {
      sites: 'مواقع الذكاء الاصطناعي في سجلات المتصفحات',
      apps: 'وقت تطبيقات الذكاء الاصطناعي',
      commands: 'أدوات الذكاء الاصطناعي في الصدفات',
      receiver: 'الاستقبال من إضافة المتصفح',
      unpairedExtension: 'السماح بالإرسال لإضافة بلا رمز وصول',
    },
    hints: {
      sites: 'يقرأ نسخة من سجلات متصفحاتك كل 15 دقيقة، وزيارات المواقع المدرجة فقط.',
      apps: 'يتحقق كل 5 ثوانٍ من النافذة التي في الأمام، ويحسب كم بقي فيها تطبيق مدرج. لا تُقرأ عناوين النوافذ.',
      commands: 'يعدّ استدعاءات أدوات الذكاء الاصطناعي في سجلات صدفاتك ومدة عملها. لا تُحفظ الأوامر.',
      receiver:
        'أثناء عمل الخادم (انظر «خادم الويب») يستقبل الوقت النشط وزيارات المواقع المدرجة. ' +
        'اقرن الإضافة برمز وصول: «fuelgauge token create browser --scope ingest».',
      unpairedExtension:
        'لإضافة ai-cost-observer التي لا رمز وصول لها. عندها يمكن لأي إضافة في متصفح على هذا الحاسوب إرسال أعداد.',
    },
    categories: activityCategoryNames,
    category: 'نوع الاستخدام',
    name: 'الاسم',
    rate: 'دولار أمريكي في الساعة',
    ownSites: 'مواقع أخرى',
    ownSitesHint: 'يشمل النطاق كل ما تحته. ويمكن أن يتبعه مسار: example.com/chat.',
    domain: 'النطاق',
    addSite: 'إضافة موقع',
    ownApps: 'تطبيقات أخرى',
    ownAppsHint: 'أدخل اسم الملف التنفيذي أو صنف النافذة أو معرّف الحزمة.',
    executable: 'اسم البرنامج',
    addApp: 'إضافة تطبيق',
    rates: 'الأسعار بالساعة',
    ratesHint: (day) =>
      `ما يُفترض أن تكلفه ساعة استخدام. هذه تخمينات تقريبية لا أسعار${day === null ? '' : `، حتى ${format.day(day)}`}.`,
    rateOf: 'سعر',
    addRate: 'تعيين السعر',
    ownRate: (usdPerHour, listedUsdPerHour) =>
      `${hourly(usdPerHour)}، تقديرك أنت${listedUsdPerHour === null ? '' : ` (وإلا ${hourly(listedUsdPerHour)})`}`,
    describe: (category, usdPerHour) => `${category}، نحو ${hourly(usdPerHour)}`,
    entry: (label, name, usdPerHour) => `${label} (${name})${usdPerHour === null ? '' : `: ${hourly(usdPerHour)}`}`,
    forget,
    badDomain: 'أدخل نطاقًا مثل example.com، دون http.',
    badRate: 'أدخل دولارات أمريكية في الساعة، مثل 0.5.',
    nameMissing: 'أدخل اسمًا.',
    known: 'هذا في القائمة بالفعل.',
    tooMany: (count) => `أقصى سعة للقائمة ${format.integer(count)} من المدخلات.`,
  };
}
