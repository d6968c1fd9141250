import type { DayKey } from '../../domain/calendar-day.ts';
import type { Formats } from '../format/formats.ts';
import { activityCategoryNames } from './activity-words.ts';

/** What can be switched on, in the order of the settings. */
const switches = {
  sites: 'KI-Websites in Browser-Verläufen',
  apps: 'Zeit mit KI-Apps',
  commands: 'KI-Werkzeuge in Shells',
  receiver: 'Von der Browser-Erweiterung empfangen',
  unpairedExtension: 'Eine Erweiterung ohne Token senden lassen',
};

const hints: Readonly<Record<keyof typeof switches, string>> = {
  sites: 'Liest alle 15 Minuten eine Kopie der Verläufe deiner Browser, und nur die Besuche gelisteter Websites.',
  apps: 'Prüft alle 5 Sekunden, welches Fenster vorn ist, und zählt, wie lange das eine gelistete App war. Titel werden nicht gelesen.',
  commands:
    'Zählt, wie oft KI-Werkzeuge in deinen Shell-Verläufen aufgerufen werden und wie lange sie laufen. Befehle werden nicht gespeichert.',
  receiver:
    'Solange der Server läuft (siehe „Webserver“), nimmt er aktive Zeit und Besuche gelisteter Websites entgegen. Kopple die Erweiterung mit einem Token: „fuelgauge token create browser --scope ingest“.',
  unpairedExtension:
    'Für die Erweiterung von ai-cost-observer, die kein Token hat. Dann kann jede Erweiterung in einem Browser dieses Computers Zahlen senden.',
};

/** The settings about the use of AI sites, apps and tools. */
export function createActivitySettingsMessages(format: Formats) {
  const hourly = (usdPerHour: number): string => `${format.price(usdPerHour)} pro Stunde`;
  return {
    title: 'KI-Websites, -Apps und -Werkzeuge',
    privacy:
      'All das ist aus, bis du es einschaltest, und bleibt auf diesem Computer. Nur Zahlen werden gespeichert: Zeit, Besuche und Aufrufe je Website, App oder Werkzeug. Adressen, Titel, Befehle und was du schreibst nicht. Was schon erfasst ist, bleibt auch nach dem Ausschalten.',
    switches,
    hints,
    categories: activityCategoryNames,
    category: 'Art der Nutzung',
    name: 'Name',
    rate: 'US-Dollar pro Stunde',
    ownSites: 'Weitere Websites',
    ownSitesHint: 'Eine Domain steht für alles darunter. Ein Pfad darf folgen: example.com/chat.',
    domain: 'Domain',
    addSite: 'Website hinzufügen',
    ownApps: 'Weitere Apps',
    ownAppsHint: 'Gib den Namen der Programmdatei, die Fensterklasse oder die Bundle-ID ein.',
    executable: 'Name des Programms',
    addApp: 'App hinzufügen',
    rates: 'Stundensätze',
    ratesHint: (day: DayKey | null): string =>
      'Was eine Stunde Nutzung vermutlich kostet. Das sind grobe Schätzungen, keine Preise' +
      (day === null ? '.' : `, Stand ${format.day(day)}.`),
    rateOf: 'Satz für',
    addRate: 'Satz festlegen',
    ownRate: (usdPerHour: number, listedUsdPerHour: number | null): string =>
      `${hourly(usdPerHour)}, eigene Schätzung${listedUsdPerHour === null ? '' : ` (sonst ${hourly(listedUsdPerHour)})`}`,
    describe: (category: string, usdPerHour: number): string => `${category}, etwa ${hourly(usdPerHour)}`,
    entry: (label: string, name: string, usdPerHour: number | null): string =>
      `${label} (${name})${usdPerHour === null ? '' : `: ${hourly(usdPerHour)}`}`,
    forget: {
      label: 'Erfasste Aktivität löschen',
      hint: 'Löscht alle Zeiten, Besuche und Aufrufe, die je für Websites, Apps, Werkzeuge und APIs erfasst wurden. Was deine Agenten verbraucht haben, bleibt.',
      button: 'Löschen …',
      question:
        'Alles löschen, was für Websites, Apps, Werkzeuge und APIs erfasst wurde? Das lässt sich nicht rückgängig machen.',
      confirm: 'Löschen',
      cancel: 'Abbrechen',
      outcome: {
        done: 'Gelöscht. Was eingeschaltet ist, wird ab jetzt neu erfasst.',
        ordered: 'Das Fuelgauge, das in die Datenbank schreibt, löscht es innerhalb einer halben Minute.',
        'not-written': 'Nichts wurde gelöscht: Fuelgauge kann nicht in seinen Datenordner schreiben.',
      },
    },
    badDomain: 'Gib eine Domain wie example.com ein, ohne http.',
    badRate: 'Gib US-Dollar pro Stunde ein, etwa 0,5.',
    nameMissing: 'Gib einen Namen ein.',
    known: 'Das steht schon in der Liste.',
    tooMany: (count: number): string => `Die Liste fasst ${format.integer(count)} Einträge.`,
  };
}
