import type { Translation } from '../translation.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export const sendingSettings: NonNullable<Translation['settings']>['sending'] = {
  title: '指标、代理和崩溃',
  export: '通过 OpenTelemetry 推送指标',
  exportHint: '服务器运行时，发送到下方的收集器或 OTEL_EXPORTER_OTLP_* 指定的收集器。内容为数字、模型和智能体。',
  endpoint: '收集器',
  endpointHint: '例如 https://collector.example:4318。留空则按环境变量。',
  protocol: '协议',
  asEnvironment: '按环境变量',
  proxy: 'LiteLLM 代理',
  proxyHint: '服务器运行时，每隔几分钟查询其用量。查询所用的密钥由“fuelgauge proxy key”保存。留空则不查询。',
  badAddress: '请输入以 https:// 或 http:// 开头的地址。',
  crashes: '发送崩溃报告',
  crashesHint: '发送到您自己的 Sentry 兼容地址（DSN）。留空则报告留在数据文件夹中。',
  badDsn: '请输入 https://key@errors.example/1 这样的 DSN。只有本机可以不用 TLS。',
  preview: '显示发送的内容',
  sentTo: (address) => `发送到 ${address}。`,
  sentNowhere: '不会发送任何内容。填写地址后会发送这些。',
  isExample: '还没有发生过崩溃，因此这是虚构的示例。',
};
