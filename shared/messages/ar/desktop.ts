import type { Translation } from '../translation.ts';

/** Menus and dialogs of the system. */
export const desktop: Translation['desktop'] = {
  windowMenu: 'النافذة',
  openNotification: 'فتح',
  chooseFolder: { title: 'اختر مجلدًا فيه سجلات', button: 'اختيار' },
  autostartComment: 'يعرض ما تبقى من حدود البرمجة بالذكاء الاصطناعي',
};
