import type { Component } from 'svelte';

/** One entry of a menu. */
export interface MenuItem {
  readonly id: string;
  readonly label: string;
  /** One of Lucide's icons. */
  readonly icon?: Component<{ size?: string | number }>;
  /** `danger` for what cannot be undone. */
  readonly tone?: 'normal' | 'danger';
  /** A short note at the end, such as a shortcut. */
  readonly note?: string;
  readonly isDisabled?: boolean;
  /** A line above it separates it from the entries before. */
  readonly startsGroup?: boolean;
  /** Given for an entry that is on or off. */
  readonly isChecked?: boolean;
  readonly onselect: () => void;
}
