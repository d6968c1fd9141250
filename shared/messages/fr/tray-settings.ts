/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys = {
  title: 'Icône et raccourci',
  text: 'Chiffre à côté de l’icône',
  textHint:
    'De la limite qui vous arrête en premier, comme dans le popover : ce qui reste ou ce qui est utilisé. Là où il n’y a pas de place pour du texte, il remplace l’icône.',
  texts: {
    none: 'Icône seule',
    number: 'Tokens du jour',
    percent: 'Pourcentage',
    countdown: 'Temps avant réinitialisation',
    'two-lines': 'Pourcentage et temps',
  },
  when: 'Afficher le chiffre',
  times: { always: 'Toujours', near: 'Seulement près d’une limite' },
  preview: 'Aspect, avec des chiffres fictifs',
  systems: { darwin: 'macOS', win32: 'Windows', linux: 'Linux' },
  states: { normal: 'Au quotidien', warning: 'Près d’une limite', critical: 'À la limite' },
  looksLike: (system: string, state: string, figure: string): string => `${system}, ${state} : ${figure}`,
  gauge: 'Jauge flottante',
  gaugeHint:
    'Une petite fenêtre au-dessus de toutes les autres, avec la limite qui vous arrête en premier. Glissez-la où vous voulez ; un clic ouvre Fuelgauge. Sous Wayland, choisissez « Toujours au premier plan » dans son menu (Alt+Espace).',
  gaugeOpacity: 'Opacité de la jauge',
  gaugeOpacityHint: 'Sous macOS et Windows.',
  shortcut: 'Touches qui ouvrent Fuelgauge',
  shortcutHint: 'Elles marchent dans tous les programmes et referment aussi le popover. Aucune au départ.',
  noShortcut: 'Aucune',
  record: 'Appuyez sur les touches…',
  recordHint: 'Échap annule, Retour arrière retire les touches.',
  remove: 'Retirer les touches',
  badShortcut: 'Appuyez sur Ctrl, Alt ou la touche Commande avec une lettre, un chiffre ou une touche de fonction.',
};
