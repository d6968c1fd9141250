import { dayMs } from '../../domain/instant.ts';
import type { StoreFailure } from '../../domain/failures.ts';
import type { ProblemId, ProblemParameters, SalvageOutcome, SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';

/** When names in the ledger are encrypted. */
const keyMessages = {
  'ledger-locked': ({ folder, hasKey }) =>
    `Die Namen in der Datenbank in ${folder} sind verschlüsselt, und ${hasKey ? 'der gesetzte Schlüssel gehört nicht zu ihnen' : 'ihr Schlüssel ist nicht gesetzt'}. Nichts ist verloren: Summen werden gezeigt, Namen verborgen und keine Logs gelesen, bis FUELGAUGE_DB_KEY oder der Schlüsselbund den richtigen Schlüssel enthält.`,
  'ledger-key': ({ reason }) =>
    reason === 'invalid'
      ? 'FUELGAUGE_DB_KEY ist kein Schlüssel, daher wird nichts geschrieben. Er besteht aus 32 zufälligen Bytes in Base64 oder Hexadezimalziffern, wie openssl rand -base64 32 sie ausgibt.'
      : 'FUELGAUGE_DB_KEY ist nicht gesetzt, daher wird nichts geschrieben. Setze es auf das, was openssl rand -base64 32 ausgibt, und bewahre es auf; oder auf none, um Namen von Projekten und Branches unverschlüsselt zu speichern.',
} satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblemMessages(format: Formats) {
  return {
    ...createReplacementMessages(format),
    ...keyMessages,
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),

    'ledger-read-only': ({ folder }) =>
      `Fuelgauge darf nicht in ${folder} schreiben; es zeigt daher, was die Datenbank enthält, und liest keine Logs. Mache den Ordner beschreibbar oder wähle einen anderen Datenordner.`,
    'ledger-busy': ({ folder }) => `Ein anderes Fuelgauge schreibt bereits in die Datenbank in ${folder}.`,
    'ledger-missing': ({ folder }) => `In ${folder} gibt es noch keine Datenbank.`,
    'ledger-too-new': ({ folder }) =>
      `Die Datenbank in ${folder} stammt von einer neueren Version von Fuelgauge. Aktualisiere dieses Fuelgauge.`,
    'ledger-too-old': ({ folder }) =>
      `Eine ältere Version von Fuelgauge schreibt in die Datenbank in ${folder}. Beende oder aktualisiere sie und versuche es erneut.`,
    'ledger-damaged': ({ folder }) => `Die Datenbank in ${folder} ist beschädigt.`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `Diese Version von Node hat kein SQLite. Fuelgauge braucht Node ${minNodeVersion} oder neuer.`,
    'home-missing': ({ folder }) => `Den mit --home angegebenen Ordner ${folder} gibt es nicht.`,
    'engine-stopped': ({ detail }) =>
      `Fuelgauge hat wegen eines Fehlers aufgehört, die Logs zu lesen${detail === null ? '' : ` (${detail})`}. Liest es sie nach fünf Minuten nicht von selbst wieder, starte es neu; seine Log-Datei enthält Näheres.`,

    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel} löscht ${format.integer(logs)} ${format.plural(logs, { one: 'ungelesenes Log', other: 'ungelesene Logs' })} ${describeDeadline(deletesAtMs - nowMs, format)}. ${remedies[cause]}`,
    'still-reading': ({ bytesLeft }) =>
      `Ein anderes Fuelgauge liest noch die Logs (noch ${format.bytes(bytesLeft)}); diese Zahlen sind daher unvollständig.`,
    'unreadable-logs': ({ path, reason, more }) =>
      `${path} konnte nicht gelesen werden: ${describeReadFailure(reason)}. ` +
      (more === 0
        ? 'Der Verbrauch daraus fehlt.'
        : `Der Verbrauch daraus und aus ${format.integer(more)} ${more === 1 ? 'weiteren Log' : 'weiteren Logs'} fehlt; „fuelgauge doctor“ listet alle auf.`),
    'alert-channel': ({ channel, failure }) =>
      `Der Kanal „${channel}“ konnte eine Warnung nicht zustellen. ${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `Laufende Agenten können nicht gezeigt werden: ${describeProbeFailure(failure)}.`,
    'own-cpu': ({ percent, budgetPercent }) =>
      `Fuelgauge selbst hat in der letzten Stunde ${format.precisePercent(percent)} eines Prozessorkerns gebraucht; es sollten weniger als ${format.precisePercent(budgetPercent)} sein. Eine seltenere Aktualisierung in den Einstellungen senkt das.`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `Fuelgauge selbst belegt ohne offenes Fenster ${format.integer(megabytes)} MB Arbeitsspeicher; es sollten weniger als ${format.integer(budgetMegabytes)} MB sein. Beende Fuelgauge und starte es neu, um ihn freizugeben, und melde es bitte.`,

    'server-not-started': ({ detail }) => `Der Webserver ist eingeschaltet, läuft aber nicht. ${detail}`,
    'statusline-removed': ({ file }) =>
      `Etwas anderes hat die Statuszeile von Fuelgauge aus ${file} entfernt. Wieder hinzufügen: fuelgauge statusline install. Ganz entfernen: fuelgauge statusline uninstall.`,

    'settings-values': ({ complaints }) =>
      `settings.json hat ${format.plural(complaints.length, { one: 'einen Wert, der', other: 'Werte, die' })} nicht verwendbar ${format.plural(complaints.length, { one: 'ist', other: 'sind' })}: ${complaints.map(describeComplaint).join('; ')}. Stattdessen gilt der Standard.`,
    'settings-invalid': ({ file, setAsideName }) =>
      setAsideName === null
        ? `${file} ist kein gültiges JSON; bis die App es repariert, gilt der Standard.`
        : `${file} ist kein gültiges JSON, daher gilt der Standard; die alte Datei wurde als ${setAsideName} aufbewahrt.`,
    'settings-unreadable': ({ file }) => `${file} ist nicht lesbar, daher gilt der Standard.`,
    'settings-not-applied': ({ file }) =>
      `${file} enthält etwas Unbrauchbares, daher gelten die bisherigen Einstellungen. „fuelgauge config check“ sagt, was es ist.`,
    'settings-unusable': ({ file }) =>
      `${file} lässt sich weder lesen noch ersetzen; Änderungen an den Einstellungen gehen beim Beenden verloren.`,
    ...desktopProblems,
  } satisfies { readonly [Id in ProblemId]: (parameters: ProblemParameters[Id], nowMs: number) => string };
}

/** What happened to a ledger's file, and where its contents are now. */
function createReplacementMessages(format: Formats) {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `Die Datenbank war beschädigt, daher wurde eine neue begonnen; die alte Datei wurde als ${setAsidePath} aufbewahrt. ${describeSalvage(salvage, format)} Noch vorhandene Logs werden neu gelesen.`,
    'ledger-newer': ({ setAsidePath }) =>
      `Die Datenbank stammt von einer neueren Version von Fuelgauge und wurde als ${setAsidePath} aufbewahrt. Die neuere Version liest sie wieder ein; bis dahin zählt diese nur die noch vorhandenen Logs.`,
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'Die Datenbank oder das Protokoll ihrer neuesten Änderungen wurde gelöscht, während Fuelgauge lief. Alles wurde zurückgeschrieben.'
        : `Eine andere Datei trat an die Stelle der Datenbank, während Fuelgauge lief. Die Datenbank wurde zurückgeschrieben und die andere Datei als ${setAsidePath} aufbewahrt. Um die andere zu verwenden, beende Fuelgauge, bevor du die Datenbank ersetzt.`,
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      `Ein anderes Programm hat in die Datenbank geschrieben, während Fuelgauge lief. Sie wurde wiederhergestellt aus ${describeSources(rebuiltFrom, copyAgeHours, format)} Das dort Geschriebene wurde als ${setAsidePath} aufbewahrt. Um eine andere Datenbank zu verwenden, beende Fuelgauge, bevor du diese ersetzt.`,
    'ledger-restored-in-part': ({ keptPath }) =>
      `Eine beiseitegelegte Datenbank wurde dieser wieder hinzugefügt, außer ihren Summen älterer Antworten, die nicht lesbar waren. Sie wurde als ${keptPath} aufbewahrt.`,
    'ledger-restore-failed': ({ path, detail }) =>
      `Eine beiseitegelegte Datenbank konnte dieser nicht hinzugefügt werden: ${detail}. Sie liegt noch in ${path}.`,
  } satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };
}

/** What the desktop does not let the app show. */
const desktopProblems = {
  notifications: ({ cause }: ProblemParameters['notifications']) =>
    cause === 'no-notify-send'
      ? 'Benachrichtigungen können nicht gezeigt werden, weil das Programm notify-send fehlt. Installiere libnotify.'
      : 'Das System hat eine Benachrichtigung abgelehnt. Warnungen erscheinen weiterhin hier.',
  'no-tray': () =>
    'Dieser Desktop zeigt keine Symbole im Infobereich. Unter GNOME hilft die Erweiterung AppIndicator. Bis dahin öffnest du Fuelgauge, indem du es noch einmal startest.',
  'tray-hidden': () =>
    'macOS verbirgt das Symbol von Fuelgauge in der Menüleiste: Die Leiste ist voll, oder das Symbol ist in den Systemeinstellungen unter „Menüleiste“ ausgeschaltet. Ohne Symbol öffnest du Fuelgauge, indem du es im Finder oder mit Spotlight noch einmal startest.',
  'shortcut-taken': ({ keys }: ProblemParameters['shortcut-taken']) =>
    `${keys} öffnet Fuelgauge nicht: Ein anderes Programm oder das System verwendet diese Tasten schon. Wähle andere in den Einstellungen.`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: 'Setze die Überwachung fort, um diesen Verbrauch zu behalten.',
  failing: 'Behebe das Problem mit der Datenbank, um diesen Verbrauch zu behalten.',
  unreadable: '„fuelgauge doctor“ listet auf, was nicht lesbar ist; mache es lesbar, um diesen Verbrauch zu behalten.',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return 'beim nächsten Start';
  const daysLeft = Math.floor(leftMs / dayMs);
  if (daysLeft === 0) return 'innerhalb eines Tages';
  return `in ${format.integer(daysLeft)} ${format.plural(daysLeft, { one: 'Tag', other: 'Tagen' })}`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return 'Nichts darin war lesbar.';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `${format.integer(carriedOver)} ${format.plural(carriedOver, { one: 'Antwort', other: 'Antworten' })} ${format.plural(carriedOver, { one: 'wurde', other: 'wurden' })} übernommen`;
  if (!hasRollups) return `${kept}; die Summen älterer Antworten waren nicht lesbar.`;
  if (lost === null) return `${kept}; wie viele verloren gingen, ist unbekannt.`;
  return lost === 0 ? `${kept}.` : `${kept}; nicht lesbar: ${format.integer(lost)}.`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const age = copyAgeHours ?? 0;
  const copy = `ihrer ${format.integer(age)} ${format.plural(age, { one: 'Stunde', other: 'Stunden' })} alten Kopie`;
  const unless = 'fehlt, wenn seine Logs nicht mehr da sind';
  switch (rebuiltFrom) {
    case 'memory':
      return `dem, was Fuelgauge noch davon hatte, und den Logs. Anderer Verbrauch ${unless}.`;
    case 'memory-and-copy':
      return `dem, was Fuelgauge noch davon hatte, ${copy} und den Logs. Verbrauch seit dieser Kopie kann fehlen, wenn seine Logs nicht mehr da sind.`;
    case 'copy':
      return `${copy} und den Logs. Verbrauch seit dieser Kopie ${unless}.`;
    case 'other':
      return `dem dort Geschriebenen und den Logs. Anderer Verbrauch ${unless}.`;
    case 'logs':
      return `den Logs. Verbrauch ${unless}.`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  switch (failure.kind) {
    case 'disk-full':
      return (
        `Der Datenträger ist voll: Fuelgauge kann nicht in seine Datenbank in ${folder} schreiben. ` +
        (isRetried
          ? 'Schaffe Platz; dann macht Fuelgauge von selbst weiter.'
          : 'Schaffe Platz und starte Fuelgauge neu.')
      );
    case 'no-permission':
      return `Fuelgauge darf nicht in ${folder} schreiben. Prüfe Besitzer und Rechte dieses Ordners.`;
    case 'file-in-the-way':
      return `Fuelgauge kann den Ordner ${folder} nicht anlegen: Eine Datei ist im Weg. Wähle einen anderen Datenordner.`;
    case 'link-loop':
      return `Fuelgauge kann den Ordner ${folder} nicht verwenden: Seine symbolischen Links bilden einen Kreis. Wähle einen anderen Datenordner.`;
    case 'path-too-long':
      return `Fuelgauge kann den Ordner ${folder} nicht anlegen: Der Pfad ist zu lang. Wähle einen anderen Datenordner.`;
    case 'no-folders-allowed':
      return `Das System erlaubt nicht, den Ordner ${folder} anzulegen. Wähle einen anderen Datenordner.`;
    case 'not-a-file':
      return `Fuelgauge braucht ${failure.path} für eine eigene Datei, aber das ist keine Datei. Verschiebe es und versuche es erneut.`;
    case 'cannot-open':
      return `Fuelgauge kann seine Datenbank in ${folder} nicht öffnen. Prüfe, ob der Ordner les- und beschreibbar ist.`;
    case 'locked':
      return (
        `Ein anderes Programm hat die Datenbank in ${folder} gesperrt. ` +
        (isRetried
          ? 'Fuelgauge macht von selbst weiter, sobald die Sperre aufgehoben ist.'
          : 'Versuche es später erneut.')
      );
    case 'other':
      return `Fuelgauge kann seine Datenbank in ${folder} nicht verwenden: ${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
