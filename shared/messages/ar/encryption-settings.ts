import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: 'التشفير',
    label: 'الأسماء في الدفتر',
    hint: 'يمكن تشفير أسماء المشاريع والفروع والحسابات والأجهزة وملفات السجلات. تبقى الأرقام والوكلاء والنماذج مقروءة.',
    on: 'مشفرة',
    off: 'غير مشفرة',
    locked: 'المفتاح مفقود',
    facts: {
      none: 'لا يوجد دفتر بعد.',
      plain: 'تُحفظ الأسماء كما هي. من يقرأ الدفتر أو نسخة احتياطية منه يقرأ الأسماء أيضًا.',
      sealed: 'الأسماء مشفرة. يمكن قراءة المجاميع بلا مفتاح، أما الأسماء فلا.',
      unwiped:
        'الأسماء مشفرة. قد يحتوي الملف على الأسماء القديمة إلى أن يجد البرنامج التالي الذي يكتب فيه مساحة لإعادة كتابته.',
      locked: 'الأسماء مشفرة ومفتاحها مفقود أو خاطئ. تُعرض المجاميع ولا يُكتب شيء.',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: 'المفتاح هو FUELGAUGE_DB_KEY في متغيرات البيئة.',
      keychain: 'المفتاح في سلسلة المفاتيح.',
      'plain-keychain': 'المفتاح في secrets.json من دون سلسلة مفاتيح تحميه.',
      file: 'المفتاح في secrets.json بجانب الدفتر، ولا يقرؤه أحد سواك. يحمي نسخ الدفتر لا هذا المجلد.',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn: 'لتشفيرها نفّذ هذا الأمر في الطرفية. يُنشئ الأمر مفتاحًا ويضعه في secrets.json بجانب الدفتر.',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst: 'أنهِ Fuelgauge أولًا: لا تُحوَّل الأسماء إلا إذا لم يكن برنامج آخر قد فتح الدفتر. تبقى المجاميع كما هي.',
    loss: 'احتفظ بنسخة من المفتاح في مكان آخر. إن فقدته ضاعت الأسماء التي لم تعد في أي سجل، ولا تضيع المجاميع.',
    notCovered: 'تبقى الإعدادات والملفات المستوردة وتقارير الخادم الوسيط والتنبيهات السابقة مقروءة.',
    setAside: (count: number): string =>
      `عدد الدفاتر المنحّاة التي ما زالت تحتوي على الأسماء القديمة: ${format.integer(count)}.`,
  };
}
