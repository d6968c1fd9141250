/** The home folder of another system on this machine. */
export interface OtherHome {
  /** Absolute, in this platform's notation. */
  readonly path: string;
  /** The name of that system; becomes the `device` of what is read below this folder. */
  readonly device: string;
}

/** What the locations of an agent's logs depend on. */
export interface HostEnvironment {
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** The home folder, absolute, in the platform's own notation. */
  readonly home: string;
  readonly variables: Readonly<Record<string, string | undefined>>;
  /** Home folders of other systems on this machine whose agents also count (running WSL distributions on Windows). */
  readonly otherHomes: readonly OtherHome[];
  /** Where Fuelgauge keeps its own data, and what agents hand to it; omitted where it keeps none. */
  readonly dataFolder?: string;
}
