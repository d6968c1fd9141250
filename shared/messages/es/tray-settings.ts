/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys = {
  title: 'Icono y teclas',
  text: 'Cifra junto al icono',
  textHint:
    'Del límite que te detiene primero, como en la ventana emergente: lo que queda o lo usado. Donde la bandeja no tiene sitio para texto, sustituye al icono.',
  texts: {
    none: 'Solo el icono',
    number: 'Tokens de hoy',
    percent: 'Porcentaje',
    countdown: 'Tiempo hasta restablecerse',
    'two-lines': 'Porcentaje y tiempo',
  },
  when: 'Mostrar la cifra',
  times: { always: 'Siempre', near: 'Solo cerca de un límite' },
  preview: 'Así se ve, con cifras inventadas',
  systems: { darwin: 'macOS', win32: 'Windows', linux: 'Linux' },
  states: { normal: 'Normal', warning: 'Cerca de un límite', critical: 'En el límite' },
  looksLike: (system: string, state: string, figure: string): string => `${system}, ${state}: ${figure}`,
  icons: 'Iconos en la bandeja',
  iconsHint: 'Con uno por cuenta, las letras del icono indican la cuenta; las cuentas sin límites no tienen ninguno.',
  iconCounts: { one: 'Uno', accounts: 'Uno por cuenta' },
  gauge: 'Indicador flotante',
  gaugeHint:
    'Una ventana pequeña sobre todas las demás, con el límite que te detiene primero. Arrástrala adonde quieras; un clic abre Fuelgauge. En Wayland, elige «Siempre encima» en su menú (Alt+Espacio).',
  gaugeOpacity: 'Opacidad del indicador',
  gaugeOpacityHint: 'En macOS y Windows.',
  shortcut: 'Teclas que abren Fuelgauge',
  shortcutHint:
    'Funcionan en cualquier programa y también cierran la ventana emergente. De forma predeterminada, ninguna.',
  noShortcut: 'Ninguna',
  record: 'Pulsa las teclas…',
  recordHint: 'Escape cancela, Retroceso quita las teclas.',
  remove: 'Quitar las teclas',
  badShortcut: 'Pulsa Ctrl, Alt o la tecla Comando junto con una letra, un dígito o una tecla de función.',
};
