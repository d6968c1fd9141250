import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';

/** Alerts that were, the rules, and a dry run. */
export function createAlertHistory(format: Formats): Translation['alertHistory'] {
  return {
    tabsLabel: 'ما يُعرض',
    tabs: { history: 'السجل', dryRun: 'تجربة' },
    none: 'لا تنبيهات بعد',
    noneText: 'تظهر التنبيهات هنا، ومع كل منها القنوات التي أُرسل إليها.',
    when: 'متى',
    what: 'ماذا',
    state: 'الحالة',
    sent: 'الإرسال',
    notSent: 'لم يُرسل',
    desktop: 'سطح المكتب',
    delivery: (channel, state) => `${channel}: ${state}`,
    dryRun: 'تجربة القواعد على آخر 30 يومًا',
    dryRunText: 'تُطبَّق قواعد التنبيه لديك على آخر 30 يومًا في الدفتر. لا يُرسل شيء.',
    running: 'جارٍ تجربة القواعد…',
    would: (count) =>
      count === 0 ? 'ما كانت القواعد لتُطلق شيئًا.' : `كان سيُطلق ${countOf(format, count, words.alert)}.`,
  };
}
