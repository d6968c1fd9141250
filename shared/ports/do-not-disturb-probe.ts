/** Asks the system whether its do-not-disturb mode is on. */
export interface DoNotDisturbProbe {
  /** Null where the system does not report it. Ends within seconds, and never rejects. */
  read(): Promise<boolean | null>;
}
