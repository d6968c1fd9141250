/** The sections of the popover, in their default order. */
export const popoverSections = ['limits', 'now', 'today', 'sessions', 'attention'] as const;
export type PopoverSection = (typeof popoverSections)[number];

/** What the figure of a limit says: what is left of it, or what is used. */
export const limitFigures = ['left', 'used'] as const;
/** How a reset is given: how long it is until then, or when it is. */
export const resetFigures = ['countdown', 'clock'] as const;

/** How the popover is arranged. */
export interface PopoverSettings {
  /** Sections that are not named follow in their own order. */
  readonly order: PopoverSection[];
  readonly hidden: PopoverSection[];
  /** Those that always show everything they have. */
  readonly open: PopoverSection[];
  readonly limitFigure: (typeof limitFigures)[number];
  readonly resetFigure: (typeof resetFigures)[number];
  /** It stays open when a click elsewhere takes the keyboard focus. */
  readonly staysOpen: boolean;
  /** Names and amounts of money cannot be read, and the system is asked to leave the window out of recordings. */
  readonly isPrivate: boolean;
}

/** The default arrangement. */
export const defaultPopoverSettings: PopoverSettings = {
  order: [...popoverSections],
  hidden: [],
  open: [],
  limitFigure: 'left',
  resetFigure: 'countdown',
  staysOpen: false,
  isPrivate: false,
};

/** All sections in the person's order. */
export function orderSections({ order }: Pick<PopoverSettings, 'order'>): readonly PopoverSection[] {
  return [...order, ...popoverSections.filter((section) => !order.includes(section))];
}

/** The order after a section has moved one place up (-1) or down (1); the same where it cannot. */
export function moveSection(
  settings: Pick<PopoverSettings, 'order'>,
  section: PopoverSection,
  by: -1 | 1,
): PopoverSection[] {
  const all = [...orderSections(settings)];
  const from = all.indexOf(section);
  const other = all[from + by];
  if (other === undefined) return all;
  all[from + by] = section;
  all[from] = other;
  return all;
}

/** The names with one more, or without it where it was among them. */
export function toggleSection(names: readonly PopoverSection[], section: PopoverSection): PopoverSection[] {
  return names.includes(section) ? names.filter((name) => name !== section) : [...names, section];
}
