/** `ordered`: the process that writes the ledger will do it within a minute. */
export const forgettingOutcomes = ['done', 'ordered', 'not-written'] as const;

/** The result of deleting recorded use of sites, apps and tools. */
export interface ForgottenActivity {
  readonly outcome: (typeof forgettingOutcomes)[number];
  /** Rows deleted, or to be deleted. */
  readonly rows: number;
}
