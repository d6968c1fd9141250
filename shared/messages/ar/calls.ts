import type { CallFailure, InvalidValue, ValueRule } from '../../domain/call-failure.ts';
import type { SettingComplaint } from '../../domain/problem.ts';
import type { CallSubject } from '../../domain/call-subject.ts';
import { isolate } from './isolate.ts';

/** How a value breaks a rule, as a clause. */
const rules: Readonly<Record<ValueRule, (name: string, received: string) => string>> = {
  day: (name, received) => `قيمة ${name} هي ${received}، وليست يومًا مثل 2026-05-01`,
  'day-order': () => 'اليوم الأخير يسبق اليوم الأول',
  'time-zone': (name, received) => `قيمة ${name} هي ${received}، وليست منطقة زمنية يعرفها هذا النظام`,
  'currency-code': (name, received) => `قيمة ${name} هي ${received}، وليست رمز عملة مثل EUR`,
  'dollar-rate': (name) => `يجب أن يكون سعر USD في ${name} هو 1`,
  'same-id': (name) => `في ${name} معرّف مكرر`,
};

/** What could not be loaded or done: a sentence without its end. */
const failed: Readonly<Record<CallSubject, string>> = {
  state: 'تعذّر تحميل الحالة الراهنة',
  usage: 'تعذّر تحميل الاستخدام',
  session: 'تعذّر تحميل الجلسة',
  comparison: 'تعذّر تحميل المقارنة',
  limits: 'تعذّر تحميل الحدود',
  processes: 'تعذّر تحميل العمليات',
  apps: 'تعذّر تحميل التطبيقات والمواقع',
  prices: 'تعذّر تحميل الأسعار',
  alerts: 'تعذّر تحميل التنبيهات',
  settings: 'تعذّر تحميل الإعدادات',
  statusline: 'تعذّر تحميل سطر الحالة',
  action: 'لم ينجح ذلك',
};

/** Why a call was not answered, for the person who made it. */
export function describeCallFailure(failure: CallFailure): string {
  switch (failure.kind) {
    case 'unknown-call':
      return `لا يوجد استدعاء اسمه «${failure.name}».`;
    case 'invalid-argument':
      return `وسيط «${failure.name}» غير صالح: ${describeValue(failure.value)}.`;
    case 'unknown-source':
      return `لا يوجد مصدر اسمه «${failure.source}». المصادر المعروفة: ${failure.known.join('، ')}.`;
    case 'failed':
      return `${failed[failure.about]}${failure.detail === null ? '' : `: ${failure.detail.replace(/\.$/, '')}`}.`;
    case 'foreign-page':
      return 'لا يُسمح لهذه الصفحة باستخدام Fuelgauge.';
    case 'engine-stopped':
      return 'لا يقرأ Fuelgauge السجلات حاليًا. أعد تشغيله إن لم يتغير ذلك خلال خمس دقائق.';
    case 'ledger-not-written':
      return 'تتعذّر الكتابة في الدفتر. تحقق من وجود مساحة على القرص ومن إذنك بالكتابة.';
  }
}

function describeValue({ place, received, expected, rule }: InvalidValue): string {
  const name = place ?? 'القيمة';
  if (rule !== null) return rules[rule](name, received);
  if (expected === 'never') return `${name} غير معروف هنا`;
  if (received === 'undefined') return place === null ? 'القيمة ناقصة' : `${place} ناقص`;
  return `${place === null ? 'القيمة' : `قيمة ${place}`} هي ${isolate(received)}${expected === null ? '' : ` (المتوقع ${isolate(expected)})`}`;
}

/** What is wrong with a setting of a file, without a full stop. For one that is missing, `expected` is what to add. */
export function describeStoredValue(where: string, { received, expected }: StoredValue): string {
  const example = received === 'undefined' && expected !== null ? ` (أضف مثلًا ${isolate(expected)})` : '';
  return `${describeValue({ place: where, received, expected, rule: null })}${example}`;
}

type StoredValue = Pick<SettingComplaint, 'received' | 'expected'>;
