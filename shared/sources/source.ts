import type { ProgramCategory } from '../domain/agent-process.ts';
import type { Coverage } from '../domain/coverage.ts';
import type { SourceId } from '../domain/ids.ts';
import type { SkipReason, UnloggedCall } from '../domain/log-record.ts';
import type { SourcePlan } from '../domain/plan.ts';
import type { HostEnvironment, OtherHome } from './host-environment.ts';
import type { JsonRecord } from '../lib/json-record.ts';
import type { Stream } from './streams.ts';
import type { AgentTelemetry } from './telemetry.ts';
import type { UsageProxy } from './usage-proxy.ts';

export type { HostEnvironment, OtherHome };

/** A folder that may hold logs of a source. */
export interface LogRoot {
  /** Absolute path. It need not exist. */
  readonly path: string;
  /** Why we look there, for `doctor`: a default, an environment variable's name, or the settings. */
  readonly origin: string;
  /**
   * It is a single file in a folder that is not the agent's alone, such as the home: nothing else in that folder is
   * looked at, and the folder is not watched. Omitted for folders.
   */
  readonly isFile?: true;
}

/** An agent's own list of folders in which it keeps logs, for an agent that has no common place for them. */
export interface FolderList {
  /** The files that may hold it, absolute: those of this machine's own home. */
  files(host: HostEnvironment): readonly string[];
  /** The absolute folders named in such a file's text, the latest first. Never throws, whatever the text is. */
  readFolders(text: string, platform: HostEnvironment['platform']): readonly string[];
  /** The file without which such a folder is left alone. */
  readonly log: string;
}

/** Where an agent's own settings define how long it keeps its logs. */
export interface RetentionSetting {
  /** The settings file that belongs to a root; null when there is none. */
  fileOf(rootPath: string, platform: HostEnvironment['platform']): string | null;
  /** The number of days in such a file's text; null when it contains none. Never throws, and reads nothing else. */
  readDays(text: string): number | null;
}

/**
 * How a program's processes look. All patterns are anchored and case-sensitive, except where a file system is not: an
 * agent's name elsewhere in a command line (a file, a folder, a search term) means nothing.
 */
export interface ProcessPatterns {
  /** Matches the whole path of the executable, with `/` and without `.exe`. Checked for all agents before names. */
  readonly paths: readonly RegExp[];
  /** Matches the whole name of the executable, without path and `.exe`. */
  readonly names: readonly RegExp[];
  /** Matches the end of the path of the script that Node, Bun or Electron runs, with `/`. */
  readonly scripts: readonly RegExp[];
  /** The kind of program; a command line when omitted. */
  readonly category?: ProgramCategory;
  /** Options with which a session's id on the command line is not the id of the session that then runs. */
  readonly forkOptions?: readonly string[];
}

/** How an agent's own program is asked for its limits, with its own login: a program, never a shell's command. */
export interface LimitQuestion {
  /** The name of an executable on the `PATH`. */
  readonly program: string;
  readonly args: readonly string[];
  /** What is written to its standard input, line by line. */
  readonly input: readonly string[];
  /** The oldest version that answers without starting a turn; it is asked `--version` first. Omitted where all do. */
  readonly minVersion?: readonly [major: number, minor: number, patch: number];
  /** What a line of its output, or all of it, answers: null when it is about something else. Never throws. */
  findAnswer(line: string): { readonly ok: true; readonly answer: JsonRecord } | { readonly ok: false } | null;
}

/** An agent whose logs we can read: everything specific to it is behind this interface. */
export interface Source {
  readonly id: SourceId;
  /** Display name. */
  readonly label: string;
  /** Folders to search, in order of preference, without duplicates. */
  roots(host: HostEnvironment): readonly LogRoot[];
  /** The folders to search inside a folder that the person added in the settings as another home of this agent. */
  extraRoots(folder: string, platform: HostEnvironment['platform']): readonly LogRoot[];
  /** Where else the agent, or its provider's apps, write what they know about its limits; omitted when nowhere. */
  limitRoots?(host: HostEnvironment): readonly LogRoot[];
  /** How its own program reports its limits; omitted where it cannot. It is only asked if the person wants that. */
  readonly limitQuestion?: LimitQuestion;
  /** Its own list of further folders; omitted where it keeps none. */
  readonly folderList?: FolderList;
  /**
   * Whether logs may be in a folder below a root, or in a folder inside it; the path is relative to the root, with `/`.
   * Omitted where they may be anywhere. All other folders are neither read nor watched.
   */
  isLogFolder?(relativePath: string): boolean;
  /** The kinds of files below the roots that are its logs; the first that matches a file reads it. */
  readonly streams: readonly Stream[];
  /**
   * Why a record may yield nothing to count, as text for people, in addition to the reasons that apply to every source.
   */
  readonly skipReasons: Readonly<Record<SkipReason, string>>;
  /**
   * How ccusage reports the agent, for `fuelgauge ccusage`; omitted where it does not know it. `models: 'map'`: its JSON
   * has a member for each model instead of a list.
   */
  readonly ccusage?: { readonly name: string; readonly models?: 'list' | 'map'; readonly hasBlocks?: true };
  /** Calls that the agent makes without logging their usage, as text for people: its logs are a lower bound. */
  readonly unloggedCalls: Readonly<Record<UnloggedCall, string>>;
  /** How much of its usage its logs hold. */
  readonly coverage: Coverage;
  /** Days after which the agent itself deletes its logs by default, or null when it never does. */
  readonly retentionDays: number | null;
  /** Where the person may have changed that; omitted when nowhere. */
  readonly retentionSetting?: RetentionSetting;
  /**
   * Its logs are imports, which a person may take away again: what they held is then forgotten. Their events are no
   * replays, and their keys differ from one import folder to the next.
   */
  readonly isImported?: true;
  /** How its processes look; null when it runs inside another program, such as an editor. */
  readonly processes: ProcessPatterns | null;
  /** How the telemetry that it can send is read; omitted where it sends none. */
  readonly telemetry?: AgentTelemetry;
  /** How what it reports as a proxy is read; omitted for everything else. */
  readonly proxy?: UsageProxy;
  /** Its subscription plans whose blocks' allowance is known; omitted when there are none. */
  readonly plans?: readonly SourcePlan[];
  /** Its provider's public status page, without a path, if it is run by Atlassian Statuspage or is compatible with it. */
  readonly statusPage?: `https://${string}`;
}
