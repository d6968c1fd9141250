import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { describeStoredValue } from './calls.ts';

/** Finding, undoing, resetting, exporting and importing settings. */
export function createSettingsChanges(format: Formats): NonNullable<Translation['settings']>['changes'] {
  return {
    search: '搜索设置',
    found: (count) => (count === 0 ? '没有匹配的设置。请减少或更换词语。' : `找到 ${format.integer(count)} 项设置`),
    clear: '清除搜索',
    changed: (name) => `已更改“${name}”。`,
    wasReset: (section) => `“${section}”已恢复默认值。`,
    imported: '已导入设置。',
    undo: '撤销',
    undoOf: (name) => `撤销：${name}`,
    undone: (name) => `已撤销：${name}`,
    dismiss: '关闭',
    notUndone: (reason) => `未撤销。${reason}`,
    reset: '重置',
    resetOf: (section) => `重置“${section}”`,
    otherNames: {
      activity: 'AI 网站和应用',
      desktop: '托盘文字和按键',
      calendar: '日、周和时间',
      askAgents: '询问限额的智能体',
      popover: '弹出面板的排列',
      server: '服务器',
      otlpExport: '通过 OpenTelemetry 发送的指标',
      proxy: '查询用量的代理',
      errorReports: '崩溃报告',
    },
    file: {
      title: '备份与诊断',
      export: '导出设置',
      exportHint: '包含与默认值不同之处的文件。不含密钥、请求头、Webhook、ntfy 主题和程序。',
      exportNow: '导出…',
      import: '导入设置',
      importHint: '更改之前先显示会更改什么。',
      importNow: '选择文件…',
      notSettings: (file) => `“${file}”不是 Fuelgauge 导出的设置文件。`,
      newer: (file) => `“${file}”来自较新版本的 Fuelgauge。`,
      noChange: (file) => `“${file}”不会更改任何设置。`,
      wouldChange: (file) => `“${file}”会更改：`,
      becomes: (name, before, after) => `${name}：${before} → ${after}`,
      unknown: (names) => `此版本没有的设置：${format.list(names)}。`,
      describeComplaint(complaint, name) {
        const where = complaint.place === null ? name : `${name}（${complaint.place}）`;
        return `${describeStoredValue(where, complaint)}。保持不变。`;
      },
      apply: '使用这些设置',
      cancel: '取消',
      diagnosis: '用于错误报告的诊断',
      diagnosisHint: '读取的内容，不含项目、人员和账户名称。复制前您可以看到全部内容。',
      show: '显示',
      copy: '复制',
      copied: '已复制。',
      notCopied: '系统不允许复制。请选中文本后自行复制。',
    },
  };
}
