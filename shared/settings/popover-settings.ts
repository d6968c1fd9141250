import * as v from 'valibot';
import { limitFigures, popoverSections, resetFigures } from './popover-choices.ts';

const sections = v.pipe(
  v.array(v.picklist(popoverSections)),
  v.maxLength(50),
  v.transform((names) => [...new Set(names)]),
);

/** How the popover is arranged. */
export const popoverSettingsSchema = v.strictObject({
  /** Sections that are not named follow in their own order. */
  order: sections,
  hidden: sections,
  /** Those that always show everything they have. */
  open: sections,
  limitFigure: v.picklist(limitFigures),
  resetFigure: v.picklist(resetFigures),
  /** It stays open when a click elsewhere takes the keyboard focus. */
  staysOpen: v.boolean(),
  /** Names and amounts of money cannot be read, and the system is asked to leave the window out of recordings. */
  isPrivate: v.boolean(),
});
