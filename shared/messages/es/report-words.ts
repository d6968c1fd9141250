import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames = {
  day: 'Día',
  week: 'Semana del',
  month: 'Mes',
  session: 'Sesión',
  project: 'Proyecto',
  model: 'Modelo',
  account: 'Cuenta',
  device: 'Equipo',
  source: 'Fuente',
  branch: 'Rama',
  entrypoint: 'Iniciado por',
} as const satisfies Readonly<Record<ReportKey, string>>;

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Partial<Record<ReportKey, string>>> = {
  project: 'Sin proyecto',
  account: 'Se desconoce',
  device: 'Este equipo',
  branch: 'Sin rama',
  entrypoint: 'Se desconoce',
} satisfies Readonly<Record<NullableReportField, string>>;
