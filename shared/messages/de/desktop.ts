import type { Translation } from '../translation.ts';

/** What the tray app says outside its windows. */
export const desktop: Translation['desktop'] = {
  windowMenu: 'Fenster',
  openNotification: 'Öffnen',
  chooseFolder: { title: 'Ordner mit Logs wählen', button: 'Wählen' },
  autostartComment: 'Zeigt, wie viel von deinen Limits für KI-Agenten noch übrig ist',
};
