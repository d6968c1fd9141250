/** The text of a notification. Plain text only. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Shows desktop notifications. */
export interface Notifier {
  /** Shows one; `onClick` runs when the user clicks it. A failure to show it is reported, never thrown. */
  notify(notice: Notice, onClick: () => void): void;
}
