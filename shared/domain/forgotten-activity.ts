/** `done`, `ordered` from the process that writes the ledger, which does it within a minute, or not possible now. */
export const forgettingOutcomes = ['done', 'ordered', 'not-written'] as const;

/** What became of an order to forget the use of sites, apps and tools. */
export interface ForgottenActivity {
  readonly outcome: (typeof forgettingOutcomes)[number];
  /** How many rows there were. */
  readonly rows: number;
}
