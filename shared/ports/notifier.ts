/** What a notification says. Plain text only. */
export interface Notice {
  readonly title: string;
  readonly body: string;
}

/** Shows desktop notifications. */
export interface Notifier {
  /** Shows one; `onClick` runs when the person clicks it. Failing to show is reported, never thrown. */
  notify(notice: Notice, onClick: () => void): void;
}
