import type { Translation } from '../translation.ts';

/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys: NonNullable<Translation['settings']>['trayAndKeys'] = {
  title: 'أيقونة شريط النظام والمفاتيح',
  text: 'الرقم عند الأيقونة',
  textHint:
    'للحد الذي يوقفك أولًا، كما في النافذة المنبثقة: المتبقي أو المستخدَم. وحيث لا مكان للكلمات في الشريط يحل محل الأيقونة.',
  texts: {
    none: 'الأيقونة فقط',
    number: 'رموز اليوم',
    percent: 'نسبة مئوية',
    countdown: 'الوقت حتى التجديد',
    'two-lines': 'النسبة والوقت',
  },
  when: 'إظهار الرقم',
  times: { always: 'دائمًا', near: 'قرب الحد فقط' },
  preview: 'هكذا يبدو، بأرقام مختلقة',
  states: { normal: 'عادي', warning: 'قرب الحد', critical: 'عند الحد' },
  looksLike: (system, state, figure) => `${system}، ${state}: ${figure}`,
  icons: 'الأيقونات في شريط النظام',
  iconsHint: 'عند تخصيص أيقونة لكل حساب، تدل الحروف على صاحبها؛ ولا أيقونة لحساب بلا حدود.',
  iconCounts: { one: 'واحدة', accounts: 'واحدة لكل حساب' },
  gauge: 'مؤشر عائم',
  gaugeHint:
    'نافذة صغيرة فوق كل النوافذ، فيها الحد الذي يوقفك أولًا. اسحبها إلى أي مكان؛ والنقر يفتح Fuelgauge. على Wayland اختر «دائمًا في الأعلى» من قائمتها (Alt+Space).',
  gaugeOpacity: 'عتامة المؤشر',
  gaugeOpacityHint: 'على macOS وWindows.',
  shortcut: 'مفاتيح فتح Fuelgauge',
  shortcutHint: 'تعمل في كل البرامج، وتغلق النافذة مجددًا. لا مفاتيح افتراضيًا.',
  noShortcut: 'لا شيء',
  record: 'اضغط المفاتيح…',
  recordHint: 'يلغي Esc، ويمحو Backspace المفاتيح.',
  remove: 'إزالة المفاتيح',
  badShortcut: 'اضغط Ctrl أو Alt أو Command مع حرف أو رقم أو مفتاح وظيفي.',
};
