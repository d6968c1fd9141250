import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': 'Die Einstellungen sind kein gültiges JSON-Objekt. Berichtige die Datei und versuche es erneut.',
  'not-understood':
    'Die Statuszeile in den Einstellungen hat eine Form, die Fuelgauge nicht kennt; sie blieb daher unangetastet.',
  'read-only': 'Die Einstellungsdatei ist schreibgeschützt. Mache sie beschreibbar und versuche es erneut.',
  'not-readable': 'Die Einstellungsdatei ist nicht als Text lesbar.',
  'not-written': 'Die Datei konnte nicht geschrieben werden. Nichts wurde geändert.',
  changed: 'Die Einstellungen haben sich im selben Moment geändert. Nichts wurde geschrieben; versuche es erneut.',
  'no-program': 'Im PATH gibt es weder Node 20 oder neuer noch einen Befehl fuelgauge, der die Zeile zeichnen könnte.',
  'not-installed': 'Diese Statuszeile ist nicht eingerichtet; es gibt nichts zu entfernen.',
  elsewhere:
    'Eine andere Installation von Fuelgauge hat ihre Statuszeile eingetragen. Entferne sie dort, oder übernimm sie mit --replace.',
  unavailable: 'Die Statuszeile lässt sich von hier aus nicht verwalten.',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
