import type { CheckedSetting } from '../../../../shared/settings/check-settings.ts';

/** The options of `fuelgauge serve`; null is the default. */
export interface ServeRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  readonly timeZone: string | null;
  /** Address to listen on, and its port; 0 for any free one. */
  readonly host: string | null;
  readonly port: number | null;
  /** Says where it serves as one line of JSON. */
  readonly isJson: boolean;
  /** Validates answers against the contract: in development and in tests. */
  readonly checksAnswers: boolean;
}

/** The options of `fuelgauge config check`: those that override the settings. */
export type ConfigRequest = Omit<ServeRequest, 'isJson' | 'checksAnswers'>;

/** Something that is or may be wrong. `setting`: the setting or variable; null for a whole file. */
export interface ConfigProblem {
  readonly severity: 'error' | 'warning';
  readonly setting: string | null;
  readonly message: string;
}

/** What is set, and what is wrong. */
export interface ConfigReport {
  /** The file of settings, whether it is there or not. */
  readonly file: string;
  readonly rows: readonly CheckedSetting[];
  readonly problems: readonly ConfigProblem[];
}

/** The options of `fuelgauge mcp`. */
export interface McpRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  /** Names of projects, branches and accounts are shown; otherwise they are hidden behind hashes. */
  readonly showsNames: boolean;
  readonly checksAnswers: boolean;
}

/** The options of `fuelgauge proxy pull`. */
export interface ProxyRequest {
  readonly home: string | null;
  readonly dataFolder: string | null;
  /** Null: as the settings say. */
  readonly address: string | null;
  /** The last days up to today. */
  readonly days: number;
  /** Counts responses that no log can be joined to. */
  readonly isCounted: boolean;
  readonly isJson: boolean;
}

/** The options of `fuelgauge proxy key`. */
export type ProxyKeyRequest = Pick<ProxyRequest, 'home' | 'dataFolder'> & { readonly key: string };

/** The output of a program. */
export interface ProgramIo {
  /** Writes a line to standard output. */
  print(line: string): Promise<void>;
  /** Writes a sentence to standard error. */
  complain(sentence: string): Promise<void>;
  readonly variables: Readonly<Record<string, string | undefined>>;
}

/** The outcome of a program, as its exit code. */
export type ProgramOutcome = 0 | 1;

/** The programs of `main/server`, which the command line starts without knowing them. */
export interface ServerPrograms {
  /** Serves until the process receives a signal to stop. */
  serve(request: ServeRequest, io: ProgramIo): Promise<ProgramOutcome>;
  /** Checks how the server would be set up; serves nothing and changes nothing. */
  checkConfig(request: ConfigRequest, variables: ProgramIo['variables']): Promise<ConfigReport>;
  /** Answers agents on standard input and output until they are closed. */
  serveMcp(request: McpRequest, io: ProgramIo): Promise<ProgramOutcome>;
  /** Asks a proxy for its usage, once. */
  pullProxy(request: ProxyRequest, io: ProgramIo): Promise<ProgramOutcome>;
  /** Stores the key with which a proxy is asked. */
  keepProxyKey(request: ProxyKeyRequest, io: ProgramIo): Promise<ProgramOutcome>;
}
