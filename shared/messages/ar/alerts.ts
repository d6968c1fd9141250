import type { AlertKind } from '../../domain/alert-intent.ts';
import type { DeliveryState } from '../../domain/alert-record.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

const kinds: Readonly<Record<AlertKind, string>> = {
  threshold: 'تجاوز عتبة',
  'runs-out': 'سينفد قبل التجديد',
  depleted: 'نفد',
  restored: 'متاح من جديد',
  spend: 'الميزانية',
  burn: 'استهلاك يفوق المعتاد بكثير',
  anomaly: 'جلسة أو يوم يفوق المعتاد بكثير',
  allowance: 'تغيّر الخطة أو المسموح به',
  'busy-agent': 'وكيل يستهلك الكثير من هذا الجهاز',
  session: 'جلسة تنتظر أو انتهت أو فشلت',
  guard: 'حد لكل جلسة',
  orphan: 'عمليات متروكة',
  'silent-source': 'وكيل صمت',
  'expiring-logs': 'سجلات توشك أن تُحذف',
  incident: 'عطل لدى مزوّد',
  digest: 'ملخص',
};

const deliveries: Readonly<Record<DeliveryState, string>> = {
  sent: 'أُرسل',
  failed: 'لم يصل',
  unknown: 'ربما وصل',
  waiting: 'في الطريق',
  dropped: 'لم يُرسل، القناة معطّلة',
};
const timeWords = { one: 'مرة واحدة', two: 'مرتان', few: 'مرات', many: 'مرة', other: 'مرة' };

/** Alerts as a list, channels, and trying out rules. */
export function createAlerts(format: Formats): Translation['alerts'] {
  return {
    kinds,
    channelKinds: { 'web-push': 'متصفح مقترن', email: 'البريد الإلكتروني', command: 'أمر' },
    states: { passed: 'أُطلق', held: 'مؤجَّل', merged: 'دُمج مع آخر', outdated: 'انتهى قبل عرضه' },
    deliveries,
    places: {
      keychain: 'في سلسلة مفاتيح النظام',
      'plain-keychain': 'في ملف، دون سلسلة مفاتيح تحميه',
      file: 'في ملف لا يقرؤه سواك',
      environment: 'في متغيرات البيئة',
    },
    secretFailures: {
      'not-written': 'تعذّرت كتابة السر. تحقق من مجلد البيانات.',
      'set-by-environment': 'هذا السر معيّن بمتغير بيئة، وله الأولوية.',
      'read-only': 'لا يمكن تغيير الأسرار من هنا.',
    },
    test: { title: 'Fuelgauge: هذا اختبار', body: 'ستصل التنبيهات إلى هنا.' },
    none: 'لم يُطلق أي تنبيه بعد.',
    delivery: (channel, state) => `${channel}: ${deliveries[state]}`,
    tested: (channel) => `وصل الاختبار إلى «${channel}».`,
    notTested: (channel, reason) => `لم يصل الاختبار إلى «${channel}». ${reason}`,
    noChannel: (channel) => `لا توجد قناة «${channel}» في الإعدادات.`,
    wouldHave: (count, days) =>
      count === 0
        ? `خلال آخر ${countOf(format, days, words.ofDays)} ما كان ليُطلق أي تنبيه.`
        : `خلال آخر ${countOf(format, days, words.ofDays)} كان سيُطلق ${countOf(format, count, words.alert)}:`,
    firedTimes: (kind, count) => `${kinds[kind]}: ${countOf(format, count, timeWords)}`,
    untried: (names) =>
      `لم تُجرَّب لأن ما تنظر إليه لا يُحفظ: ${format.list(names.map((kind) => kinds[kind]))}. يُحكم على «سينفد قبل التجديد» بحسب الوتيرة، لأن التوقعات السابقة لا تُحفظ.`,
  };
}
