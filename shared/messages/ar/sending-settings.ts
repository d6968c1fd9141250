import type { Translation } from '../translation.ts';

/** What leaves this machine, or is asked for on another, if the person wants that. */
export const sendingSettings: NonNullable<Translation['settings']>['sending'] = {
  title: 'المقاييس والخادم الوسيط والأعطال',
  export: 'إرسال المقاييس عبر OpenTelemetry',
  exportHint: 'أثناء عمل الخادم، إلى المجمِّع أدناه أو إلى مجمِّع OTEL_EXPORTER_OTLP_*. أرقام ونماذج ووكلاء.',
  endpoint: 'المجمِّع',
  endpointHint: 'مثل https://collector.example:4318. إن تُرك فارغًا فحسب متغيرات البيئة.',
  protocol: 'البروتوكول',
  asEnvironment: 'حسب متغيرات البيئة',
  proxy: 'خادم LiteLLM الوسيط',
  proxyHint:
    'يُسأل عن استخدامه كل بضع دقائق أثناء عمل الخادم. احفظ مفتاحه بالأمر «fuelgauge proxy key». إن تُرك فارغًا فلا خادم وسيط.',
  badAddress: 'أدخل عنوانًا يبدأ بـ https:// أو http://.',
  crashes: 'إرسال تقارير الأعطال',
  crashesHint: 'إلى عنوان خاص بك متوافق مع Sentry (DSN). إن تُرك فارغًا فتبقى التقارير في مجلد البيانات.',
  badDsn: 'أدخل عنوان DSN مثل https://key@errors.example/1. لا يُسمح بالاتصال دون TLS إلا بهذا الجهاز.',
  preview: 'إظهار ما يُرسل',
  sentTo: (address) => `يُرسل إلى ${address}.`,
  sentNowhere: 'لا يُرسل شيء. لو وُجد عنوان لأُرسل هذا.',
  isExample: 'لم يقع عطل بعد، فهذا التقرير مختلق.',
};
