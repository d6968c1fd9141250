import type { ChannelFailure } from './channel-failure.ts';
import type { ProbeFailure, ReadFailure, StoreFailure } from './failures.ts';

/** A stored setting that cannot be used. */
export interface SettingComplaint {
  readonly setting: string;
  /** Location within the setting's value, e.g. `0.model`; null for the whole value. */
  readonly place: string | null;
  /**
   * The allowed values, as code, e.g. `"light" | "dark"`; of a missing member what to add, e.g. `"order": []`; null when there
   * is no short way to say it.
   */
  readonly expected: string | null;
  /** The actual value, as code, e.g. `"blue"`. */
  readonly received: string;
}

/** What could be salvaged from a damaged ledger. */
export interface SalvageOutcome {
  readonly carriedOver: number;
  /** Number of responses lost; null when it cannot be known. */
  readonly lost: number | null;
  /** False when the sums of older responses could not be read. */
  readonly hasRollups: boolean;
}

/** Everything that can go wrong, by stable name, with the facts its message needs. Paths are absolute. */
export interface ProblemParameters {
  /** The ledger was damaged and replaced by a new one. `salvage` is null when nothing could be read. */
  readonly 'ledger-corrupt': { readonly setAsidePath: string; readonly salvage: SalvageOutcome | null };
  /** A newer Fuelgauge wrote the ledger. A new one replaces it until that version reads it back. */
  readonly 'ledger-newer': { readonly setAsidePath: string };
  /**
   * The ledger's file was deleted or replaced while it was open, and has been written back. `setAsidePath` is where the
   * other file is kept; null when there was none.
   */
  readonly 'ledger-put-back': { readonly setAsidePath: string | null };
  /**
   * Another program wrote into the ledger's file while it was open, and the ledger has been rebuilt. `setAsidePath` is
   * where a copy of what was written there is kept. `rebuiltFrom`, besides the logs: what the process still held
   * (`memory`), the ledger's last copy, `copyAgeHours` old, or the other file (`other`).
   */
  readonly 'ledger-overwritten': {
    readonly setAsidePath: string;
    readonly rebuiltFrom: 'memory' | 'memory-and-copy' | 'copy' | 'other' | 'logs';
    /** Null without a copy. */
    readonly copyAgeHours: number | null;
  };
  /** A ledger that had been set aside was read back, except for its sums of older responses. */
  readonly 'ledger-restored-in-part': { readonly keptPath: string };
  /** A ledger that had been set aside could not be read back. */
  readonly 'ledger-restore-failed': { readonly path: string; readonly detail: string };
  /** The ledger is open but cannot be written now; writing is retried. */
  readonly 'ledger-write': { readonly folder: string; readonly failure: StoreFailure };
  /** The ledger is shown, but neither it nor its folder can be written, so no logs are read. */
  readonly 'ledger-read-only': { readonly folder: string };
  /** Its names are encrypted; `hasKey`: there is a key, but another one. */
  readonly 'ledger-locked': { readonly folder: string; readonly hasKey: boolean };
  /** Encryption is wanted, but the environment's key is invalid or missing. */
  readonly 'ledger-key': { readonly folder: string; readonly reason: 'invalid' | 'missing' };

  /** These keep the engine from starting. */
  readonly 'ledger-busy': { readonly folder: string };
  readonly 'ledger-missing': { readonly folder: string };
  readonly 'ledger-too-new': { readonly folder: string };
  readonly 'ledger-too-old': { readonly folder: string };
  readonly 'ledger-damaged': { readonly folder: string };
  readonly 'ledger-unusable': { readonly folder: string; readonly failure: StoreFailure };
  readonly 'no-sqlite': { readonly minNodeVersion: string };
  readonly 'home-missing': { readonly folder: string };
  /** The engine's thread ended or never started; the log file has details. */
  readonly 'engine-stopped': { readonly detail: string | null };

  /** An agent is about to delete logs that were not read. */
  readonly 'expiring-logs': {
    readonly sourceLabel: string;
    readonly logs: number;
    /** When its agent may delete the first of them, UTC milliseconds. */
    readonly deletesAtMs: number;
    readonly cause: 'paused' | 'failing' | 'unreadable';
  };
  /** Another Fuelgauge instance, which writes the ledger, has not read everything yet. */
  readonly 'still-reading': { readonly bytesLeft: number };
  /** Logs that could not be read: the first of them, and how many more there are. */
  readonly 'unreadable-logs': { readonly path: string; readonly reason: ReadFailure; readonly more: number };
  readonly processes: { readonly failure: ProbeFailure };
  /** Fuelgauge itself uses more CPU than it may: percent of one core over the last hour. */
  readonly 'own-cpu': { readonly percent: number; readonly budgetPercent: number };
  /** Fuelgauge itself holds more memory than it may while no window is open. */
  readonly 'own-memory': { readonly megabytes: number; readonly budgetMegabytes: number };

  /** The server that the settings ask for does not run; `detail` is a sentence that says why. */
  readonly 'server-not-started': { readonly detail: string };

  /** Something else has taken our status line out of an agent's settings. */
  readonly 'statusline-removed': { readonly file: string };

  readonly 'settings-values': { readonly complaints: readonly SettingComplaint[] };
  /** The settings file is not JSON. `setAsideName` is null where only the app may move it away. */
  readonly 'settings-invalid': { readonly file: string; readonly setAsideName: string | null };
  readonly 'settings-unreadable': { readonly file: string };
  /** It was changed while the app is running, and contains something unusable. */
  readonly 'settings-not-applied': { readonly file: string };
  /** Settings can neither be read nor stored: they last until the app quits. */
  readonly 'settings-unusable': { readonly file: string };
  /** A channel gave up on an alert, or cannot deliver for now. */
  readonly 'alert-channel': { readonly channel: string; readonly failure: ChannelFailure };
  readonly notifications: { readonly cause: 'no-notify-send' | 'refused' };
  /** This desktop shows no tray icons. */
  readonly 'no-tray': Readonly<Record<string, never>>;
  /** macOS keeps the icon out of the menu bar. */
  readonly 'tray-hidden': Readonly<Record<string, never>>;
  /** Another program has the keys that should open the app. */
  readonly 'shortcut-taken': { readonly keys: string };
}

/** Stable name of a kind of problem. Only one problem of each kind is shown at a time. */
export type ProblemId = keyof ProblemParameters;

/** How much a problem matters: after an `error`, numbers are missing or wrong. */
export type ProblemSeverity = 'warning' | 'error';

/** Something the user should know and can act on; `shared/messages` has its text. */
export type Problem<Id extends ProblemId = ProblemId> = {
  readonly [Each in Id]: {
    readonly id: Each;
    readonly severity: ProblemSeverity;
    readonly parameters: ProblemParameters[Each];
  };
}[Id];

const errors: ReadonlySet<ProblemId> = new Set<ProblemId>([
  ...([
    'ledger-write',
    'ledger-read-only',
    'ledger-locked',
    'ledger-key',
    'ledger-busy',
    'ledger-missing',
    'ledger-too-new',
    'ledger-too-old',
  ] as const),
  ...(['ledger-damaged', 'ledger-unusable', 'no-sqlite', 'home-missing', 'engine-stopped'] as const),
  'settings-unusable',
]);

/** Builds a problem. Its kind determines its severity. */
export function createProblem<Id extends ProblemId>(id: Id, parameters: ProblemParameters[Id]): Problem<Id> {
  const severity: ProblemSeverity = errors.has(id) ? 'error' : 'warning';
  return { id, severity, parameters };
}
