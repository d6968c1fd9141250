import { dayMs } from '../../domain/instant.ts';
import type { StoreFailure } from '../../domain/failures.ts';
import type { ProblemId, ProblemParameters, SalvageOutcome, SettingComplaint } from '../../domain/problem.ts';
import type { Formats } from '../format/formats.ts';
import { describeStoredValue } from './calls.ts';
import { describeChannelFailure } from './channels.ts';
import { describeProbeFailure, describeReadFailure } from './failures.ts';
import { logWords } from './count-words.ts';

/** When names in the ledger are encrypted. */
const keyMessages = {
  'ledger-locked': ({ folder, hasKey }) =>
    `The names in the ledger in ${folder} are encrypted, and ` +
    `${hasKey ? 'the key that is set is the wrong one' : 'their key is not set'}. Nothing is lost: totals are shown, ` +
    'names are hidden, and no logs are read until FUELGAUGE_DB_KEY or the keychain holds the right key.',
  'ledger-key': ({ reason }) =>
    reason === 'invalid'
      ? 'FUELGAUGE_DB_KEY is not a key, so nothing is written. It is 32 random bytes as base64 or hexadecimal digits, ' +
        'as openssl rand -base64 32 prints.'
      : 'FUELGAUGE_DB_KEY is not set, so nothing is written. Set it to what openssl rand -base64 32 prints, and keep ' +
        'it; or to none, to store the names of projects and branches unencrypted.',
} satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };

/** For every kind of problem one or two sentences: what happened and what to do. */
export function createProblemMessages(format: Formats) {
  return {
    ...createReplacementMessages(format),
    ...keyMessages,
    'ledger-write': ({ folder, failure }) => describeStoreFailure(failure, folder, true),

    'ledger-read-only': ({ folder }) =>
      `Fuelgauge is not allowed to write to ${folder}, so it shows what its ledger holds and reads no logs. Make that ` +
      'folder writable, or choose another data folder.',
    'ledger-busy': ({ folder }) => `Another Fuelgauge is already writing the ledger in ${folder}.`,
    'ledger-missing': ({ folder }) => `There is no ledger in ${folder} yet.`,
    'ledger-too-new': ({ folder }) =>
      `The ledger in ${folder} was written by a newer version of Fuelgauge. Update this one.`,
    'ledger-too-old': ({ folder }) =>
      `An older version of Fuelgauge is writing the ledger in ${folder}. Quit or update it, then try again.`,
    'ledger-damaged': ({ folder }) => `The ledger in ${folder} is damaged.`,
    'ledger-unusable': ({ folder, failure }) => describeStoreFailure(failure, folder, false),
    'no-sqlite': ({ minNodeVersion }) =>
      `This version of Node has no SQLite. Fuelgauge needs Node ${minNodeVersion} or newer.`,
    'home-missing': ({ folder }) => `The folder ${folder}, given with --home, does not exist.`,
    'engine-stopped': ({ detail }) =>
      `Fuelgauge stopped reading the logs because of an error${detail === null ? '' : ` (${detail})`}. If it ` +
      'does not read them again by itself within five minutes, restart it; its log file has the details.',

    'expiring-logs': ({ sourceLabel, logs, deletesAtMs, cause }, nowMs) =>
      `${sourceLabel} will delete ${format.integer(logs)} unread ${format.plural(logs, logWords)} ` +
      `${describeDeadline(deletesAtMs - nowMs, format)}. ${remedies[cause]}`,
    'still-reading': ({ bytesLeft }) =>
      `Another Fuelgauge is still reading the logs (${format.bytes(bytesLeft)} to go), so these numbers are incomplete.`,
    'unreadable-logs': ({ path, reason, more }) =>
      `${path} could not be read: ${describeReadFailure(reason)}. ` +
      (more === 0
        ? 'Its usage is missing.'
        : `The usage of it and ${format.integer(more)} more ${format.plural(more, logWords)} is missing; ` +
          '"fuelgauge doctor" lists them all.'),
    'alert-channel': ({ channel, failure }) =>
      `The channel “${channel}” could not deliver an alert. ${describeChannelFailure(failure)}`,
    processes: ({ failure }) => `Running agents cannot be shown: ${describeProbeFailure(failure)}.`,
    'own-cpu': ({ percent, budgetPercent }) =>
      `Fuelgauge itself used ${format.precisePercent(percent)} of a processor core in the last hour; it should stay below ` +
      `${format.precisePercent(budgetPercent)}. A slower refresh in the settings lowers it.`,
    'own-memory': ({ megabytes, budgetMegabytes }) =>
      `Fuelgauge itself holds ${format.integer(megabytes)} MB of memory with no window open; it should stay below ` +
      `${format.integer(budgetMegabytes)} MB. Quit and start it again to free it, and please report it.`,

    'server-not-started': ({ detail }) => `The web server is switched on, but does not run. ${detail}`,
    'statusline-removed': ({ file }) =>
      `Something else has removed the status line of Fuelgauge from ${file}. To add it again: fuelgauge statusline install. ` +
      'If you want it gone: fuelgauge statusline uninstall.',

    'settings-values': ({ complaints }) =>
      `settings.json has ${format.plural(complaints.length, { one: 'a value', other: 'values' })} that cannot be used: ` +
      `${complaints.map(describeComplaint).join('; ')}. ` +
      `The ${format.plural(complaints.length, { one: 'default applies', other: 'defaults apply' })} instead.`,
    ...settingsFileProblems,
    ...desktopProblems,
  } satisfies { readonly [Id in ProblemId]: (parameters: ProblemParameters[Id], nowMs: number) => string };
}

type InFile = ProblemParameters['settings-unreadable'];
/** The file of settings as a whole cannot be used. */
const settingsFileProblems = {
  'settings-invalid': ({ file, setAsideName }: ProblemParameters['settings-invalid']) =>
    setAsideName === null
      ? `${file} is not valid JSON, so the defaults apply until the app repairs it.`
      : `${file} is not valid JSON, so the defaults apply; the old file was kept as ${setAsideName}.`,
  'settings-unreadable': ({ file }: InFile) => `${file} cannot be read, so the defaults apply.`,
  'settings-not-applied': ({ file }: InFile) =>
    `${file} has something that cannot be used, so the settings from before apply. "fuelgauge config check" says what it is.`,
  'settings-unusable': ({ file }: InFile) =>
    `${file} can be neither read nor replaced, so changes to the settings are lost when Fuelgauge quits.`,
} satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };

/** What happened to a ledger's file, and where its contents are now. */
function createReplacementMessages(format: Formats) {
  return {
    'ledger-corrupt': ({ setAsidePath, salvage }) =>
      `The ledger was damaged, so a new one was started; the old file was kept as ${setAsidePath}. ` +
      `${describeSalvage(salvage, format)} Logs that still exist are being read again.`,
    'ledger-newer': ({ setAsidePath }) =>
      `The ledger was written by a newer version of Fuelgauge and was kept as ${setAsidePath}. That version will ` +
      'read it back; until then this one counts only the logs that still exist.',
    'ledger-put-back': ({ setAsidePath }) =>
      setAsidePath === null
        ? 'The ledger, or its log of newest changes, was deleted while Fuelgauge was running. Everything was written back.'
        : 'Another file took the place of the ledger while Fuelgauge was running. The ledger was written back, and the ' +
          `other file was kept as ${setAsidePath}. To use that one, quit Fuelgauge before you replace the ledger.`,
    'ledger-overwritten': ({ setAsidePath, rebuiltFrom, copyAgeHours }) =>
      'Another program wrote into the ledger while Fuelgauge was running. It was rebuilt from ' +
      `${describeSources(rebuiltFrom, copyAgeHours, format)} What was written there was kept as ${setAsidePath}. To ` +
      'use another ledger, quit Fuelgauge before you replace this one.',
    'ledger-restored-in-part': ({ keptPath }) =>
      'A ledger that had been set aside was added to this one again, except for its sums of older responses, which ' +
      `could not be read. It was kept as ${keptPath}.`,
    'ledger-restore-failed': ({ path, detail }) =>
      `A ledger that had been set aside could not be added to this one: ${detail}. It is still in ${path}.`,
  } satisfies { readonly [Id in ProblemId]?: (parameters: ProblemParameters[Id]) => string };
}

/** What the desktop does not let the app show. */
const desktopProblems = {
  notifications: ({ cause }: ProblemParameters['notifications']) =>
    cause === 'no-notify-send'
      ? 'Notifications cannot be shown because the program notify-send is missing. Install libnotify.'
      : 'The system refused to show a notification. Alerts still appear here.',
  'no-tray': () =>
    'This desktop shows no tray icons. On GNOME, install the AppIndicator extension. Until then, start Fuelgauge ' +
    'again to open it.',
  'tray-hidden': () =>
    'macOS is hiding the menu-bar icon of Fuelgauge: the bar is full, or the icon is switched off in System Settings, ' +
    'under Menu Bar. To open Fuelgauge without it, start it again from the Finder or Spotlight.',
  'shortcut-taken': ({ keys }: ProblemParameters['shortcut-taken']) =>
    `${keys} does not open Fuelgauge: another program or the system already uses these keys. Choose others in the settings.`,
};

const remedies: Readonly<Record<ProblemParameters['expiring-logs']['cause'], string>> = {
  paused: 'Resume monitoring to keep that usage.',
  failing: 'Fix the problem with the ledger to keep that usage.',
  unreadable: '"fuelgauge doctor" lists what cannot be read; make it readable to keep that usage.',
};

function describeDeadline(leftMs: number, format: Formats): string {
  if (leftMs <= 0) return 'the next time it starts';
  const daysLeft = Math.floor(leftMs / dayMs);
  if (daysLeft === 0) return 'within a day';
  return `in ${format.integer(daysLeft)} ${format.plural(daysLeft, { one: 'day', other: 'days' })}`;
}

function describeSalvage(salvage: SalvageOutcome | null, format: Formats): string {
  if (salvage === null) return 'Nothing in it could be read.';
  const { carriedOver, lost, hasRollups } = salvage;
  const kept =
    `${format.integer(carriedOver)} ${format.plural(carriedOver, { one: 'response', other: 'responses' })} ` +
    `${format.plural(carriedOver, { one: 'was', other: 'were' })} carried over`;
  if (!hasRollups) return `${kept}; its sums of older responses could not be read.`;
  if (lost === null) return `${kept}; how many were lost is unknown.`;
  return lost === 0 ? `${kept}.` : `${kept}; ${format.integer(lost)} could not be read.`;
}

/** Where a rebuilt ledger comes from, and what may be missing from it. */
function describeSources(
  rebuiltFrom: ProblemParameters['ledger-overwritten']['rebuiltFrom'],
  copyAgeHours: number | null,
  format: Formats,
): string {
  const age = copyAgeHours ?? 0;
  const copy = `its copy, ${format.integer(age)} ${format.plural(age, { one: 'hour', other: 'hours' })} old`;
  const unless = 'is missing unless its logs still exist';
  switch (rebuiltFrom) {
    case 'memory':
      return `what Fuelgauge still had of it and from the logs. Other usage ${unless}.`;
    case 'memory-and-copy':
      return `what Fuelgauge still had of it, ${copy}, and the logs. Usage since that copy may be missing if its logs are gone.`;
    case 'copy':
      return `${copy}, and from the logs. Usage since that copy ${unless}.`;
    case 'other':
      return `what was written there and from the logs. Other usage ${unless}.`;
    case 'logs':
      return `the logs. Usage ${unless}.`;
  }
}

function describeStoreFailure(failure: StoreFailure, folder: string, isRetried: boolean): string {
  switch (failure.kind) {
    case 'disk-full':
      return (
        `The disk is full: Fuelgauge cannot write its ledger in ${folder}. ` +
        (isRetried
          ? 'Free some space; Fuelgauge then resumes automatically.'
          : 'Free some space and start Fuelgauge again.')
      );
    case 'no-permission':
      return `Fuelgauge is not allowed to write to ${folder}. Check the owner and permissions of that folder.`;
    case 'file-in-the-way':
      return `Fuelgauge cannot create the folder ${folder}: a file is in the way. Choose another data folder.`;
    case 'link-loop':
      return `Fuelgauge cannot use the folder ${folder}: its symbolic links form a loop. Choose another data folder.`;
    case 'path-too-long':
      return `Fuelgauge cannot create the folder ${folder}: the path is too long. Choose another data folder.`;
    case 'no-folders-allowed':
      return `The system does not allow the folder ${folder} to be created. Choose another data folder.`;
    case 'not-a-file':
      return `Fuelgauge needs ${failure.path} for a file of its own, but it is not a file. Move it away, then try again.`;
    case 'cannot-open':
      return `Fuelgauge cannot open its ledger in ${folder}. Check that the folder can be read and written.`;
    case 'locked':
      return (
        `Another program has locked the ledger in ${folder}. ` +
        (isRetried ? 'Fuelgauge resumes automatically when the lock is released.' : 'Try again later.')
      );
    case 'other':
      return `Fuelgauge cannot use its ledger in ${folder}: ${failure.detail}`;
  }
}

function describeComplaint(complaint: SettingComplaint): string {
  const { setting, place } = complaint;
  return describeStoredValue(place === null ? setting : `${setting}.${place}`, complaint);
}
