import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames = {
  day: 'Jour',
  week: 'Semaine du',
  month: 'Mois',
  session: 'Session',
  project: 'Projet',
  model: 'Modèle',
  account: 'Compte',
  device: 'Appareil',
  source: 'Source',
  branch: 'Branche',
  entrypoint: 'Lancé par',
} as const satisfies Readonly<Record<ReportKey, string>>;

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Partial<Record<ReportKey, string>>> = {
  project: 'Aucun projet',
  account: 'Inconnu',
  device: 'Cette machine',
  branch: 'Aucune branche',
  entrypoint: 'Inconnu',
} satisfies Readonly<Record<NullableReportField, string>>;
