import { createActivityTables, type ActivityTables } from '../../../shared/activity/activity-tables.ts';
import { createCalendar, type Calendar } from '../../../shared/domain/calendar-day.ts';
import type { PriceBook } from '../../../shared/ports/price-book.ts';
import type { OriginatedTable } from '../../../shared/pricing/explain-price.ts';
import { createProjectNames, type ProjectNames } from './project-names.ts';
import { listAgents, type Agent } from '../../../shared/processes/agents.ts';
import { createPriceBookFor } from '../../../shared/pricing/list-prices.ts';
import type { Settings } from '../../../shared/settings/schema.ts';

/** The person's settings, and what is derived from them. */
export interface Preferences {
  settings(): Settings;
  book(): PriceBook;
  /** The price list that the book is made from. */
  prices(): OriginatedTable;
  calendar(): Calendar;
  /** The programs that count as agents. */
  agents(): readonly Agent[];
  /** What projects are called. */
  projects(): ProjectNames;
  /** The sites and apps that are listed. */
  activity(): ActivityTables;
  /** The calendar of a query's time zone, with the days and weeks of the settings; null means their own zone. */
  calendarOf(timeZone: string | null): Calendar;
  change(next: Settings): void;
  /** Another price list is in use. */
  changePrices(next: OriginatedTable): void;
}

/** Builds them. `systemTimeZone` is the zone that the setting `system` refers to. */
export function createPreferences(first: Settings, systemTimeZone: string, firstPrices: OriginatedTable): Preferences {
  const toCalendar = ({ timeZone, calendar: rules }: Settings): Calendar =>
    createCalendar(timeZone === 'system' ? systemTimeZone : timeZone, rules);
  let settings = first;
  let prices = firstPrices;
  let book = createPriceBookFor(first, prices);
  let calendar = toCalendar(first);
  let agents = listAgents(first.ownPrograms);
  let activity = createActivityTables(first.activity);
  let projects = createProjectNames(first.projects);
  return {
    settings: () => settings,
    book: () => book,
    prices: () => prices,
    calendar: () => calendar,
    agents: () => agents,
    activity: () => activity,
    projects: () => projects,
    calendarOf: (timeZone) => (timeZone === null ? calendar : createCalendar(timeZone, calendar)),
    change(next) {
      settings = next;
      book = createPriceBookFor(next, prices);
      calendar = toCalendar(next);
      agents = listAgents(next.ownPrograms);
      activity = createActivityTables(next.activity);
      projects = createProjectNames(next.projects);
    },
    changePrices(next) {
      prices = next;
      book = createPriceBookFor(settings, prices);
    },
  };
}
