import type { SettingsFailure } from '../../domain/settings-failure.ts';
import { isolate } from './isolate.ts';

/** Why settings were not changed, and what the person can do. */
export function describeSettingsFailure(failure: SettingsFailure): string {
  switch (failure.kind) {
    case 'read-only':
      return 'لا يمكن تغيير الإعدادات من هنا.';
    case 'command-from-page':
      return 'البرنامج الذي يُشغَّل لا يتغير إلا في settings.json، لا من هنا.';
    case 'not-written':
      return 'تتعذّر الكتابة في settings.json.';
    case 'shortcut-taken':
      return 'يستخدم هذه المفاتيح برنامج آخر أو النظام. اختر غيرها.';
    case 'login-item-not-added':
      return 'لم يسمح النظام بتشغيل Fuelgauge عند تسجيل الدخول. أضفه إلى عناصر تسجيل الدخول في إعدادات النظام.';
    case 'login-item-needs-approval':
      return 'يطلب macOS موافقتك أولًا. اسمح لـ Fuelgauge في إعدادات النظام، عام، عناصر تسجيل الدخول.';
    case 'login-item-not-removed':
      return 'لم يُزل النظام Fuelgauge من عناصر تسجيل الدخول. أزله منها في إعدادات النظام.';
    case 'login-item-file-not-written': {
      const code = failure.code === null ? '' : ` (${failure.code})`;
      return `تعذّر تغيير التشغيل عند تسجيل الدخول: تتعذّر الكتابة في ${isolate(failure.file)}${code}.`;
    }
  }
}
