import type { Translation } from '../translation.ts';

/** Menus and dialogs of the system. */
export const desktop: Translation['desktop'] = {
  windowMenu: '窗口',
  openNotification: '打开',
  chooseFolder: { title: '选择日志文件夹', button: '选择' },
  autostartComment: '显示 AI 编程限额还剩多少',
};
