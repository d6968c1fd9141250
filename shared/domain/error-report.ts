/** What would leave this machine after a crash, shown before anything does. */
export interface ErrorReportPreview {
  /** Where it would be posted; null where nothing is sent. */
  readonly address: string | null;
  /** There was no crash: a made-up one shows the format. */
  readonly isExample: boolean;
  /** The whole body of the request. */
  readonly payload: string;
}
