import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': 'الإعدادات ليست كائن JSON صالحًا. صحّح الملف ثم أعد المحاولة.',
  'not-understood': 'لسطر الحالة في الإعدادات صيغة لا يعرفها Fuelgauge، فتُرك كما هو.',
  'read-only': 'ملف الإعدادات للقراءة فقط. اجعله قابلًا للكتابة ثم أعد المحاولة.',
  'not-readable': 'لا يمكن قراءة ملف الإعدادات كنص.',
  'not-written': 'تعذّرت كتابة الملف. لم يتغير شيء.',
  changed: 'تغيّرت الإعدادات في اللحظة نفسها. لم يُكتب شيء؛ أعد المحاولة.',
  'no-program': 'لا يوجد في PATH لا Node 20 أو أحدث ولا أمر fuelgauge يمكنه رسم السطر.',
  'not-installed': 'سطر الحالة هذا غير مثبّت، فلا شيء لإزالته.',
  elsewhere: 'أدخلت نسخة أخرى من Fuelgauge سطر حالتها. أزله هناك، أو استخدم --replace لتتولاه.',
  unavailable: 'لا يمكن إدارة سطر الحالة من هنا.',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
