import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return 'سرها غير موجود. أدخله في الإعدادات.';
    case 'bad-address':
      return 'عنوانها أو قالبها غير صالح.';
    case 'insecure-address':
      return 'عنوانها غير مشفّر. استخدم https أو اتصال بريد مشفّرًا.';
    case 'private-address':
      return 'يقود عنوانها إلى شبكة خاصة لا يُسمح لهذه القناة بالوصول إليها.';
    case 'redirected':
      return 'يشير خادمها إلى عنوان آخر، ولا يُتبع. أدخل ذلك العنوان بدلًا منه.';
    case 'timed-out':
      return 'لم يرد خادمها في الوقت المحدد.';
    case 'unanswered':
      return 'انقطع الاتصال قبل رد خادمها: ربما وصل التنبيه.';
    case 'expired':
      return 'تعذّر الوصول إليها مدة يوم.';
    case 'unreachable':
      return `يتعذّر الوصول إليها (${failure.code}).`;
    case 'refused':
      return `رفض خادمها التنبيه (${failure.status}).`;
    case 'program':
      return `فشل برنامجها (${failure.code}).`;
  }
}
