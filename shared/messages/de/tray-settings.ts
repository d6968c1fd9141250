/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys = {
  title: 'Symbol und Tasten',
  text: 'Zahl am Symbol im Infobereich',
  textHint:
    'Vom Limit, das dich zuerst stoppt, wie im Popover: was übrig ist oder was verbraucht ist. Wo der Infobereich keinen Platz für Text hat, ersetzt sie das Symbol.',
  texts: {
    none: 'Nur Symbol',
    number: 'Tokens heute',
    percent: 'Prozent',
    countdown: 'Zeit bis zum Reset',
    'two-lines': 'Prozent und Zeit',
  },
  when: 'Zahl zeigen',
  times: { always: 'Immer', near: 'Nur nahe einem Limit' },
  preview: 'So sieht es aus, mit erfundenen Zahlen',
  systems: { darwin: 'macOS', win32: 'Windows', linux: 'Linux' },
  states: { normal: 'Normal', warning: 'Nahe am Limit', critical: 'Am Limit' },
  looksLike: (system: string, state: string, figure: string): string => `${system}, ${state}: ${figure}`,
  icons: 'Symbole im Infobereich',
  iconsHint: 'Bei einem je Konto sagen Buchstaben am Symbol, zu wem es gehört; Konten ohne Limits haben keines.',
  iconCounts: { one: 'Eines', accounts: 'Eines je Konto' },
  gauge: 'Schwebende Anzeige',
  gaugeHint:
    'Ein kleines Fenster über allen anderen, mit dem Limit, das dich zuerst stoppt. Ziehe es, wohin du willst; ein Klick öffnet Fuelgauge. Unter Wayland wähle „Immer im Vordergrund“ in seinem Menü (Alt+Leertaste).',
  gaugeOpacity: 'Deckkraft der Anzeige',
  gaugeOpacityHint: 'Unter macOS und Windows.',
  shortcut: 'Tasten, die Fuelgauge öffnen',
  shortcutHint: 'Sie wirken in jedem Programm und schließen das Popover wieder. Standardmäßig keine.',
  noShortcut: 'Keine',
  record: 'Tasten drücken …',
  recordHint: 'Esc bricht ab, die Rücktaste entfernt die Tasten.',
  remove: 'Tasten entfernen',
  badShortcut:
    'Drücke Strg, Alt oder die Befehlstaste zusammen mit einem Buchstaben, einer Ziffer oder einer Funktionstaste.',
};
