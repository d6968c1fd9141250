import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames: Readonly<Record<ReportKey, string>> = {
  day: '日',
  week: '週の初日',
  month: '月',
  session: 'セッション',
  project: 'プロジェクト',
  model: 'モデル',
  account: 'アカウント',
  device: 'デバイス',
  source: 'ソース',
  branch: 'ブランチ',
  entrypoint: '起動元',
};

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Record<NullableReportField, string>> = {
  project: 'プロジェクトなし',
  account: '不明',
  device: 'このマシン',
  branch: 'ブランチなし',
  entrypoint: '不明',
};
