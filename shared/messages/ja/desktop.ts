import type { Translation } from '../translation.ts';

/** Menus and dialogs of the system. */
export const desktop: Translation['desktop'] = {
  windowMenu: 'ウィンドウ',
  openNotification: '開く',
  chooseFolder: { title: 'ログのフォルダーを選択', button: '選択' },
  autostartComment: 'AIコーディングの上限の残りを表示します',
};
