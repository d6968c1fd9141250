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
    `Les noms de la base dans ${folder} sont chiffrés, et ${hasKey ? 'la clé définie n’est pas la leur' : 'leur clé n’est pas définie'}. Rien n’est perdu : les totaux sont affichés, les noms masqués, et aucun journal n’est lu tant que FUELGAUGE_DB_KEY ou le trousseau ne contient pas la bonne clé.`,
  'ledger-key': ({ reason }) =>
    reason === 'invalid'
      ? 'FUELGAUGE_DB_KEY n’est pas une clé, donc rien n’est écrit. Il faut 32 octets aléatoires en base64 ou en chiffres hexadécimaux, comme en affiche openssl rand -base64 32.'
      : 'FUELGAUGE_DB_KEY n’est pas défini, donc rien n’est écrit. Donnez-lui ce qu’affiche openssl rand -base64 32, et gardez-le ; ou none, pour enregistrer les noms de projets et de branches sans chiffrement.',
} satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblemMessages(format: Formats) {
  return {
    ...createReplacementMessages(format),
    ...keyMessages,
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),

    'ledger-read-only': ({ folder }) =>
      `Fuelgauge n’a pas le droit d’écrire dans ${folder} ; il affiche donc ce que contient la base et ne lit aucun journal. Rendez ce dossier inscriptible, ou choisissez un autre dossier de données.`,
    'ledger-busy': ({ folder }) => `Un autre Fuelgauge écrit déjà dans la base du dossier ${folder}.`,
    'ledger-missing': ({ folder }) => `Il n’y a pas encore de base dans ${folder}.`,
    'ledger-too-new': ({ folder }) =>
      `La base dans ${folder} vient d’une version plus récente de Fuelgauge. Mettez ce Fuelgauge à jour.`,
    'ledger-too-old': ({ folder }) =>
      `Une version plus ancienne de Fuelgauge écrit dans la base du dossier ${folder}. Quittez-la ou mettez-la à jour, puis réessayez.`,
    'ledger-damaged': ({ folder }) => `La base dans ${folder} est endommagée.`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `Cette version de Node n’a pas SQLite. Fuelgauge exige Node ${minNodeVersion} ou plus récent.`,
    'home-missing': ({ folder }) => `Le dossier ${folder}, indiqué par --home, n’existe pas.`,
    'engine-stopped': ({ detail }) =>
      `Fuelgauge a cessé de lire les journaux à cause d’une erreur${detail === null ? '' : ` (${detail})`}. S’il ne les lit pas de nouveau de lui-même d’ici cinq minutes, relancez-le ; son fichier journal donne les détails.`,

    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel} supprimera ${format.integer(logs)} ${format.plural(logs, logWords)} ${describeDeadline(deletesAtMs - nowMs, format)}. ${remedies[cause]}`,
    'still-reading': ({ bytesLeft }) =>
      `Un autre Fuelgauge lit encore les journaux (il reste ${format.bytes(bytesLeft)}) ; ces chiffres sont donc incomplets.`,
    'unreadable-logs': ({ path, reason, more }) =>
      `${path} n’a pas pu être lu : ${describeReadFailure(reason)}. ` +
      (more === 0
        ? 'L’utilisation correspondante manque.'
        : `L’utilisation correspondante et celle de ${format.integer(more)} ${format.plural(more, { one: 'autre journal', other: 'autres journaux' })} manquent ; « fuelgauge doctor » les liste tous.`),
    'alert-channel': ({ channel, failure }) =>
      `Le canal « ${channel} » n’a pas pu remettre une alerte. ${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `Les agents en cours ne peuvent pas être affichés : ${describeProbeFailure(failure)}.`,
    'own-cpu': ({ percent, budgetPercent }) =>
      `Fuelgauge lui-même a utilisé ${format.precisePercent(percent)} d’un cœur au cours de la dernière heure ; il devrait rester sous ${format.precisePercent(budgetPercent)}. Une actualisation plus espacée, dans les réglages, y remédie.`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `Fuelgauge lui-même occupe ${format.integer(megabytes)} Mo de mémoire sans fenêtre ouverte ; il devrait rester sous ${format.integer(budgetMegabytes)} Mo. Quittez-le et relancez-le pour la libérer, et merci de le signaler.`,

    'server-not-started': ({ detail }) => `Le serveur web est activé, mais ne tourne pas. ${detail}`,
    'statusline-removed': ({ file }) =>
      `La ligne d’état de Fuelgauge a été retirée de ${file}, et pas par Fuelgauge. Pour la remettre : fuelgauge statusline install. Pour l’enlever définitivement : fuelgauge statusline uninstall.`,

    'settings-values': ({ complaints }) =>
      `settings.json contient ${format.plural(complaints.length, { one: 'une valeur inutilisable', other: 'des valeurs inutilisables' })} : ${complaints.map(describeComplaint).join(' ; ')}. ${format.plural(complaints.length, { one: 'La valeur par défaut s’applique', other: 'Les valeurs par défaut s’appliquent' })} à la place.`,
    'settings-invalid': ({ file, setAsideName }) =>
      setAsideName === null
        ? `${file} n’est pas du JSON valide ; les valeurs par défaut s’appliquent jusqu’à ce que l’app le répare.`
        : `${file} n’est pas du JSON valide, les valeurs par défaut s’appliquent donc ; l’ancien fichier a été gardé sous ${setAsideName}.`,
    'settings-unreadable': ({ file }) => `${file} ne peut pas être lu, les valeurs par défaut s’appliquent donc.`,
    'settings-not-applied': ({ file }) =>
      `${file} contient quelque chose d’inutilisable, les réglages précédents restent donc en vigueur. « fuelgauge config check » dit quoi.`,
    'settings-unusable': ({ file }) =>
      `${file} ne peut être ni lu ni remplacé ; les réglages modifiés sont perdus quand Fuelgauge se ferme.`,
    ...desktopProblems,
  } satisfies { readonly [Id in ProblemId]: (parameters: ProblemParameters[Id], nowMs: number) => string };
}

/** What happened to a ledger's file, and where its contents are now. */
function createReplacementMessages(format: Formats) {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `La base était endommagée, une nouvelle a donc été créée ; l’ancien fichier a été gardé sous ${setAsidePath}. ${describeSalvage(salvage, format)} Les journaux encore présents sont relus.`,
    'ledger-newer': ({ setAsidePath }) =>
      `La base vient d’une version plus récente de Fuelgauge et a été gardée sous ${setAsidePath}. L’autre version la reprendra ; d’ici là, celle-ci ne compte que les journaux encore présents.`,
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'La base, ou le journal de ses dernières modifications, a été supprimée pendant que Fuelgauge tournait. Tout a été réécrit.'
        : `Un autre fichier a pris la place de la base pendant que Fuelgauge tournait. La base a été réécrite, et l’autre fichier gardé sous ${setAsidePath}. Pour utiliser celui-ci, quittez Fuelgauge avant de remplacer la base.`,
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      `Un autre programme a écrit dans la base pendant que Fuelgauge tournait. Elle a été reconstruite à partir de ${describeSources(rebuiltFrom, copyAgeHours, format)} Ce qui y était écrit a été gardé sous ${setAsidePath}. Pour utiliser une autre base, quittez Fuelgauge avant de remplacer celle-ci.`,
    'ledger-restored-in-part': ({ keptPath }) =>
      `Une base mise de côté a été rajoutée à celle-ci, sauf ses sommes de réponses plus anciennes, illisibles. Elle a été gardée sous ${keptPath}.`,
    'ledger-restore-failed': ({ path, detail }) =>
      `Une base mise de côté n’a pas pu être ajoutée à celle-ci : ${detail}. Elle est toujours dans ${path}.`,
  } satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };
}

/** What the desktop does not let the app show. */
const desktopProblems = {
  notifications: ({ cause }: ProblemParameters['notifications']) =>
    cause === 'no-notify-send'
      ? 'Les notifications ne peuvent pas s’afficher, car le programme notify-send manque. Installez libnotify.'
      : 'Le système a refusé d’afficher une notification. Les alertes apparaissent toujours ici.',
  'no-tray': () =>
    'Ce bureau n’affiche aucune icône dans la zone de notification. Sous GNOME, installez l’extension AppIndicator. D’ici là, relancez Fuelgauge pour l’ouvrir.',
  'tray-hidden': () =>
    'macOS masque l’icône de Fuelgauge dans la barre des menus : la barre est pleine, ou l’icône est désactivée dans Réglages Système, sous Barre des menus. Pour ouvrir Fuelgauge sans elle, relancez-le depuis le Finder ou Spotlight.',
  'shortcut-taken': ({ keys }: ProblemParameters['shortcut-taken']) =>
    `${keys} n’ouvre pas Fuelgauge : un autre programme ou le système utilise déjà ces touches. Choisissez-en d’autres dans les réglages.`,
};

const logWords = { one: 'journal non lu', other: 'journaux non lus' };

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: 'Reprenez la surveillance pour garder cette utilisation.',
  failing: 'Réglez le problème de la base pour garder cette utilisation.',
  unreadable: '« fuelgauge doctor » liste ce qui est illisible ; rendez-le lisible pour garder cette utilisation.',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return 'à son prochain démarrage';
  const daysLeft = Math.floor(leftMs / dayMs);
  if (daysLeft === 0) return 'd’ici un jour';
  return `dans ${format.integer(daysLeft)} ${format.plural(daysLeft, { one: 'jour', other: 'jours' })}`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return 'Rien n’a pu y être lu.';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept = `${format.integer(carriedOver)} ${format.plural(carriedOver, { one: 'réponse', other: 'réponses' })} ${format.plural(carriedOver, { one: 'a été reprise', other: 'ont été reprises' })}`;
  if (!hasRollups) return `${kept} ; ses sommes de réponses plus anciennes étaient illisibles.`;
  if (lost === null) return `${kept} ; on ignore combien ont été perdues.`;
  return lost === 0 ? `${kept}.` : `${kept} ; illisibles : ${format.integer(lost)}.`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const age = copyAgeHours ?? 0;
  const copy = `sa copie, vieille de ${format.integer(age)} ${format.plural(age, { one: 'heure', other: 'heures' })}`;
  const unless = 'manque si ses journaux n’existent plus';
  switch (rebuiltFrom) {
    case 'memory':
      return `ce que Fuelgauge en avait encore et des journaux. Le reste de l’utilisation ${unless}.`;
    case 'memory-and-copy':
      return `ce que Fuelgauge en avait encore, de ${copy}, et des journaux. L’utilisation depuis cette copie peut manquer si ses journaux n’existent plus.`;
    case 'copy':
      return `${copy} et des journaux. L’utilisation depuis cette copie ${unless}.`;
    case 'other':
      return `ce qui y était écrit et des journaux. Le reste de l’utilisation ${unless}.`;
    case 'logs':
      return `vos journaux. L’utilisation ${unless}.`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  switch (failure.kind) {
    case 'disk-full':
      return (
        `Le disque est plein : Fuelgauge ne peut pas écrire dans sa base du dossier ${folder}. ` +
        (isRetried
          ? 'Libérez de l’espace ; Fuelgauge reprend alors de lui-même.'
          : 'Libérez de l’espace et relancez Fuelgauge.')
      );
    case 'no-permission':
      return `Fuelgauge n’a pas le droit d’écrire dans ${folder}. Vérifiez le propriétaire et les droits de ce dossier.`;
    case 'file-in-the-way':
      return `Fuelgauge ne peut pas créer le dossier ${folder} : un fichier occupe sa place. Choisissez un autre dossier de données.`;
    case 'link-loop':
      return `Fuelgauge ne peut pas utiliser le dossier ${folder} : ses liens symboliques forment une boucle. Choisissez un autre dossier de données.`;
    case 'path-too-long':
      return `Fuelgauge ne peut pas créer le dossier ${folder} : le chemin est trop long. Choisissez un autre dossier de données.`;
    case 'no-folders-allowed':
      return `Le système ne permet pas de créer le dossier ${folder}. Choisissez un autre dossier de données.`;
    case 'not-a-file':
      return `Fuelgauge a besoin de ${failure.path} pour un fichier à lui, mais ce n’en est pas un. Déplacez-le, puis réessayez.`;
    case 'cannot-open':
      return `Fuelgauge ne peut pas ouvrir sa base dans ${folder}. Vérifiez que le dossier est lisible et inscriptible.`;
    case 'locked':
      return (
        `Un autre programme a verrouillé la base dans ${folder}. ` +
        (isRetried ? 'Fuelgauge reprend de lui-même dès que le verrou est levé.' : 'Réessayez plus tard.')
      );
    case 'other':
      return `Fuelgauge ne peut pas utiliser sa base dans ${folder} : ${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
