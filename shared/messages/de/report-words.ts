import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames = {
  day: 'Tag',
  week: 'Woche ab',
  month: 'Monat',
  session: 'Sitzung',
  project: 'Projekt',
  model: 'Modell',
  account: 'Konto',
  device: 'Gerät',
  source: 'Quelle',
  branch: 'Branch',
  entrypoint: 'Gestartet von',
} as const satisfies Readonly<Record<ReportKey, string>>;

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Partial<Record<ReportKey, string>>> = {
  project: 'Kein Projekt',
  account: 'Unbekannt',
  device: 'Dieses Gerät',
  branch: 'Kein Branch',
  entrypoint: 'Unbekannt',
} satisfies Readonly<Record<NullableReportField, string>>;
