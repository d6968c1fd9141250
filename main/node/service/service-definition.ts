/** A program of the system, with its arguments. */
export type ServiceCommand = readonly [program: string, ...args: string[]];

/** The program to run in the background. */
export interface ServiceTask {
  /** What starts `fuelgauge serve`. */
  readonly command: ServiceCommand;
  /** Variables that the service manager would not pass on, such as where an agent's logs are. */
  readonly variables: Readonly<Record<string, string>>;
  /** The folder of our own data. */
  readonly dataFolder: string;
  /** A description in one line. */
  readonly description: string;
}

/** What runs services of one person. */
export type ServiceManagerName = 'systemd' | 'launchd' | 'task-scheduler';

/** The state of a service as its manager reports it; null where it does not say. */
export interface ServiceState {
  readonly isRunning: boolean | null;
  readonly pid: number | null;
}

/** A service as one manager wants it: a file, and what to call. */
export interface ServiceDefinition {
  readonly manager: ServiceManagerName;
  readonly file: string;
  readonly text: string;
  readonly encoding: 'utf8' | 'utf16le';
  /** Makes the manager read the file and run the service, even if an earlier one is already running. */
  readonly start: readonly ServiceCommand[];
  /** Ends the service permanently. */
  readonly stop: readonly ServiceCommand[];
  /** Called when the file is gone. */
  readonly forget: readonly ServiceCommand[];
  readonly ask: ServiceCommand;
  /** Reads the answer of `ask`. */
  parse(answer: string): ServiceState;
  /** Whether the service has ended permanently, by the answer to `ask`; null when it failed. */
  isGone(answer: string | null): boolean;
}
