/**
 * What is in front: a window, by the names of its app (class, app id, bundle, executable); nothing; a person who is away;
 * or it is not known on this desktop. Titles are never read.
 */
export type FocusReading =
  { readonly kind: 'window'; readonly names: readonly string[] } | { readonly kind: 'none' | 'away' | 'unknown' };

/** Says which app is in front. */
export interface FocusProbe {
  /** Never rejects. */
  read(): Promise<FocusReading>;
  /** Closes what it keeps open; the next reading opens it again. */
  close(): void;
}
