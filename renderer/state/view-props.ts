import type { Snippet } from 'svelte';
import type { Host } from '../../shared/contract/index.ts';
import type { Calendar, DayKey } from '../../shared/domain/calendar-day.ts';
import type { SourceId } from '../../shared/domain/ids.ts';
import type { Currency } from '../../shared/domain/money.ts';
import type { AppSnapshot } from '../../shared/snapshot/app-snapshot.ts';
import type { Settings } from '../../shared/settings/schema.ts';
import type { Bounds, RangeChoice } from './range.ts';
import type { Router } from './router.svelte.ts';

/** What every view of the main window gets. */
export interface ViewProps {
  readonly host: Host;
  readonly router: Router;
  readonly snapshot: AppSnapshot | null;
  readonly settings: Settings | null;
  readonly range: RangeChoice;
  readonly bounds: Bounds;
  readonly today: DayKey;
  readonly nowMs: number;
  readonly timeZone: string;
  /** Its days and weeks, as the settings have them begin. */
  readonly calendar: Calendar;
  /** Grows whenever there may be new usage. */
  readonly revision: number;
  readonly labelOf: (source: SourceId) => string;
  readonly currency: Currency;
  /** Draws a limit's name as what explains it: a feature knows no other one. */
  readonly explainLimit?: Snippet<[limit: NamedLimit]>;
}

/** A limit window that can be explained. `id` is the key of its id. */
export interface NamedLimit {
  readonly id: string;
  readonly source: SourceId;
  readonly name: string;
}
