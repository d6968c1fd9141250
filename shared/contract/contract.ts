import * as v from 'valibot';
import { parseDay } from '../domain/calendar-day.ts';
import { isTimeZone } from '../domain/calendar-day.ts';
import type { DoctorReport } from '../domain/doctor-report.ts';
import { reportKeys, reportSplits, type Report } from '../domain/report.ts';
import type { Result } from '../lib/result.ts';
import { settingsPatchSchema, type Settings } from '../settings/schema.ts';
import type { AppSnapshot, SnapshotChange } from '../snapshot/app-snapshot.ts';
import { call, event } from './channels.ts';

const nothing = v.undefined();
const day = v.pipe(
  v.string(),
  v.check((text) => parseDay(text) !== null, 'is not a day like 2026-05-01'),
);

/** Views of the main window. */
export const views = ['history', 'settings'] as const;
export type View = (typeof views)[number];

/** What a report covers; see `ReportQuery`. */
export const reportQuerySchema = v.strictObject({
  by: v.picklist(reportKeys),
  split: v.picklist(reportSplits),
  since: v.nullable(day),
  until: v.nullable(day),
  timeZone: v.nullable(v.pipe(v.string(), v.check(isTimeZone, 'is not a time zone that this system knows'))),
  source: v.nullable(v.string()),
});

/** Questions about the state. Answering changes nothing. */
export const queries = {
  snapshot: call<AppSnapshot>()(nothing),
  report: call<Report>()(reportQuerySchema),
  settings: call<Settings>()(nothing),
  doctor: call<DoctorReport>()(nothing),
} as const;

/** Orders. */
export const commands = {
  /** Changes settings; fails with a sentence when one of them cannot take effect, and then changes none. */
  updateSettings: call<Result<Settings>>()(settingsPatchSchema),
  setPaused: call<undefined>()(v.boolean()),
  /** Looks for new roots and files now. */
  rescan: call<undefined>()(nothing),
  openWindow: call<undefined>()(v.picklist(views)),
  hidePopover: call<undefined>()(nothing),
  /** Lets the person choose a folder; null when they change their mind. */
  chooseFolder: call<string | null>()(nothing),
  quit: call<undefined>()(nothing),
} as const;

/** What the host tells without being asked. */
export const events = {
  snapshotChanged: event<SnapshotChange>(),
  settingsChanged: event<Settings>(),
  /** The main window is to show this view. */
  viewRequested: event<View>(),
} as const;
