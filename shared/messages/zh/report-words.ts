import type { NullableReportField } from '../../domain/profile-fields.ts';
import type { ReportKey } from '../../domain/report.ts';

/** What a report's rows stand for, as a heading. */
export const reportKeyNames: Readonly<Record<ReportKey, string>> = {
  day: '日期',
  week: '周起始日',
  month: '月份',
  session: '会话',
  project: '项目',
  model: '模型',
  account: '账户',
  device: '设备',
  source: '来源',
  branch: '分支',
  entrypoint: '启动方式',
};

/** The row of what has no project, account or device. */
export const withoutKeyNames: Readonly<Record<NullableReportField, string>> = {
  project: '无项目',
  account: '未知',
  device: '本机',
  branch: '无分支',
  entrypoint: '未知',
};
