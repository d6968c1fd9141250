import type { Translation } from '../translation.ts';

/** What the tray app says outside its windows. */
export const desktop: Translation['desktop'] = {
  windowMenu: 'Ventana',
  openNotification: 'Abrir',
  chooseFolder: { title: 'Elegir una carpeta con registros', button: 'Elegir' },
  autostartComment: 'Muestra cuánto queda de tus límites de agentes de código con IA',
};
