/** Something that the person should know and can do something about. */
export interface Problem {
  /** Stable name of the kind of problem; one problem of a kind is shown at a time. */
  readonly id: string;
  readonly severity: 'warning' | 'error';
  /** One sentence: what happened and what to do. */
  readonly message: string;
}
