import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames = {
  day: 'Day',
  week: 'Week of',
  month: 'Month',
  session: 'Session',
  project: 'Project',
  model: 'Model',
  account: 'Account',
  device: 'Device',
  source: 'Source',
  branch: 'Branch',
  entrypoint: 'Started by',
} as const satisfies Readonly<Record<ReportKey, string>>;

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Partial<Record<ReportKey, string>>> = {
  project: 'No project',
  account: 'Unknown',
  device: 'This machine',
  branch: 'No branch',
  entrypoint: 'Unknown',
} satisfies Readonly<Record<NullableReportField, string>>;
