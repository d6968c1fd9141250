import type { CostMode } from '../../../shared/domain/price-choices.ts';
import type { Problem } from '../../../shared/domain/problem.ts';
import type { Dispose } from '../../../shared/lib/disposable.ts';
import type { Result } from '../../../shared/lib/result.ts';
import type { Clock } from '../../../shared/ports/clock.ts';
import type { Settings } from '../../../shared/settings/schema.ts';
import type { Host } from '../host/host.ts';
import type { ServerPrograms } from '../host/serving/server-programs.ts';
import type { AskPerson } from './ask-consent.ts';
import type { DefaultsFile } from './options/defaults-file.ts';
import type { Pager } from './streams/open-pager.ts';

/** Where the command line writes: standard output or standard error. */
export interface CliStream {
  /**
   * Writes text, and resolves when there is room for more: a caller that waits never buffers more than one piece,
   * however slow the reader is. Rejects with an `OutputError` when the text was not written.
   */
  write(text: string): Promise<void>;
  readonly isTerminal: boolean;
  /** Width of the terminal; undefined when it is unknown. */
  readonly columns: number | undefined;
  /** Height of the terminal; undefined when it is unknown. */
  readonly rows: number | undefined;
  /** Fires when the size of the terminal changes. */
  onResize(listener: () => void): Dispose;
  /**
   * Text that is written when the process ends, however it ends, unless this is called again; null for none. It
   * restores the terminal. Only a process that is killed (SIGKILL) writes nothing.
   */
  writeAtExit(text: string | null): void;
}

/** A plan, with its limit if it is the person's own, for one call. */
export type PlanOverride = Pick<Settings, 'plan'> & Partial<Pick<Settings, 'customBlockLimit'>>;

/** Which host to open. Null means the default: the person's own home, data folder and settings. */
export interface HostRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly timeZone: string | null;
  readonly costMode: CostMode | null;
  readonly plan: PlanOverride | null;
  /** The hour at which a day begins. */
  readonly dayStartHour: number | null;
  /** The host may change settings; otherwise it only reads them. */
  readonly changesSettings?: true;
}

/** What the command line needs from the system; tests provide their own. */
export interface CliHost {
  readonly stdout: CliStream;
  /** Its writes never reject: there is nowhere left to report it. */
  readonly stderr: CliStream;
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly clock: Clock;
  /** Creates a host and does not start it. */
  openHost(request: HostRequest): Promise<Result<Host, Problem>>;
  /** Opens the pager of the person; null where none is wanted or installed. */
  openPager(): Promise<Pager | null>;
  /** The name of this machine, which links to its files carry. */
  readonly hostName: string;
  readonly ask: AskPerson;
  /** Calls back with every key that is pressed; null where there is no terminal to press one on. */
  onKey(listener: (key: string) => void): Dispose | null;
  /** Suspends this process as Ctrl-Z does; resolves when it resumes. Does nothing on Windows. */
  suspend(): Promise<void>;
  /** The person's defaults of options, in the data folder that these arguments or the variables name. Never rejects. */
  readDefaults(args: readonly string[]): Promise<DefaultsFile>;
  /** Validate answers against the contract: in development and in tests. */
  readonly checksAnswers: boolean;
  /** Fires when no more output is wanted: on Ctrl-C, a termination signal, or when the reader closes the pipe. */
  onInterrupt(listener: () => void): Dispose;
  /** Stores a crash in the data folder that the arguments name; never rejects. */
  keepCrash(args: readonly string[], error: unknown): Promise<void>;
  /** Loads the server, which other commands do not need. */
  loadServer(): Promise<ServerPrograms>;
}
