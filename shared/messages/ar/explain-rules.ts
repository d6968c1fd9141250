import type { AllowanceChange } from '../../domain/limit-change.ts';
import { usDollar } from '../../domain/money.ts';
import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';
import { createUnits } from './units.ts';

type RuleWords = NonNullable<Translation['explainRules']>;

/** Where a number comes from, as the pages tell it. */
export function createExplainRules(format: Formats): RuleWords {
  return {
    newest: 'الرقم هو أحدث قراءة، أينما وُجدت.',
    places: (count) => `عدد المواضع التي تُبلغ عن هذه النافذة: ${format.integer(count)}؛ وعند اختلافها يُعتمد الأحدث.`,
    binding: 'هي التي توقفك أولًا من بين كل النوافذ.',
    pace: (elapsedPercent) => `عند قراءتها كان قد انقضى ${format.percent(elapsedPercent)} من وقت النافذة.`,
    ...createAllowance(format),
    origins: { log: 'سجل', statusline: 'سطر الحالة', file: 'ملف الوكيل', api: 'سؤال الوكيل' },
    officialReset: (endMoment, place) =>
      `تنتهي عند التجديد الذي يحدده المزوّد (${endMoment}${place === null ? '' : `؛ ${place}`})، وبدأت قبل ذلك بخمس ساعات.`,
    firstEvent: (firstMoment) =>
      `لا تجديد معروف لها: تبدأ من رأس ساعة أول حدث فيها (${firstMoment})، أو من نهاية الفترة السابقة إن كانت بعدها، وتدوم خمس ساعات على الأكثر.`,
    noLimit: 'لا حد معروف لها: لا تحدد الإعدادات خطة تعطي حدًا.',
    units: {
      tokens: 'رموز',
      'tokens-in-out': 'رموز الإدخال والإخراج',
      requests: 'طلبات',
      usd: 'التكلفة بما يعادل API',
    },
    learning: (unit, blocks) => `الفترة الممتلئة المعتادة، ${unit}: قيد التعلم (${blocks} من 5 فترات).`,
    baseline: ({ unit, p90, interval, range, blocks }) =>
      `الفترة الممتلئة المعتادة، ${unit}: ${p90} (P90 من الفترات، وعددها ${blocks}؛ ${interval} في 9 من 10 سجلات كهذه؛ فترات من ${range}).`,
    span: (low, high) => `${low} إلى ${high}`,
  };
}

/** What a percent of a window is and what has changed of that. */
function createAllowance(format: Formats): RuleWords {
  const { apiEquivalent } = createUnits(format);
  const money = (usd: number): string => format.money(Math.round(usd * 1_000_000), usDollar);
  const dollars = (usd: number): string => apiEquivalent(Math.round(usd * 1_000_000), usDollar);
  return {
    capacity: ({ usdPerPercent, interval, pairs }) =>
      `مقدّر من أزواج قراءات عددها ${format.integer(pairs)}: قيمة الواحد في المئة ${dollars(usdPerPercent)} ` +
      `(${money(interval.low)} إلى ${money(interval.high)}).`,
    allowance: (change, moment) => {
      const { before, after } = change;
      return (
        `تقديري: منذ ${moment} قيمة الواحد في المئة ${dollars(after.usdPerPercent)} و` +
        `${format.compact(after.tokensPerPercent)} رمز؛ وقبله ${dollars(before.usdPerPercent)} و` +
        `${format.compact(before.tokensPerPercent)} رمز (وسيط أزواج القراءات: ${format.integer(after.pairs)} بعده و` +
        `${format.integer(before.pairs)} قبله). ${explainChange(change)}`
      );
    },
  };
}

function explainChange({ ratio, isWithPlan, isOtherModels }: AllowanceChange): string {
  if (isWithPlan) return 'تغيّرت الخطة في ذلك الوقت تقريبًا.';
  if (isOtherModels) return 'استُخدمت نماذج غير السابقة، وقد يفسّر ذلك الأمر.';
  return `${ratio < 1 ? 'استخدام' : 'انتهاء استخدام'} الحساب نفسه في مكان آخر يبدو كذلك.`;
}
