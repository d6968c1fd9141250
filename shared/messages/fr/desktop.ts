import type { Translation } from '../translation.ts';

/** What the tray app says outside its windows. */
export const desktop: Translation['desktop'] = {
  windowMenu: 'Fenêtre',
  openNotification: 'Ouvrir',
  chooseFolder: { title: 'Choisir un dossier de journaux', button: 'Choisir' },
  autostartComment: 'Affiche ce qui reste de vos limites d’agents de code IA',
};
