import type { Formats } from '../format/formats.ts';

/**
 * A noun with a count, by the categories of Arabic: `one` and `two` say their number themselves, the others follow it.
 * What ends in a hundred or more counts like one in its form.
 */
interface CountForms {
  readonly one: string;
  readonly two: string;
  readonly few: string;
  readonly many: string;
  /** Also for none. */
  readonly other: string;
}

/** E.g. `جلسة واحدة`, `جلستان`, `5 جلسات`, `12 جلسة`. */
export function countOf(format: Formats, count: number, forms: CountForms): string {
  const { one, two, few, many, other } = forms;
  if (count === 1) return one;
  if (count === 2) return two;
  return `${format.integer(count)} ${format.plural(count, { zero: other, one: other, two: other, few, many, other })}`;
}

/** Words for what is counted in several places. */
export const words = {
  token: { one: 'رمز واحد', two: 'رمزان', few: 'رموز', many: 'رمزًا', other: 'رمز' },
  response: { one: 'رد واحد', two: 'ردّان', few: 'ردود', many: 'ردًّا', other: 'رد' },
  /** After a preposition. */
  ofResponses: { one: 'رد واحد', two: 'ردّين', few: 'ردود', many: 'ردًّا', other: 'رد' },
  file: { one: 'ملف واحد', two: 'ملفان', few: 'ملفات', many: 'ملفًا', other: 'ملف' },
  log: { one: 'سجل واحد', two: 'سجلان', few: 'سجلات', many: 'سجلًا', other: 'سجل' },
  session: { one: 'جلسة واحدة', two: 'جلستان', few: 'جلسات', many: 'جلسة', other: 'جلسة' },
  subagent: {
    one: 'وكيل فرعي واحد',
    two: 'وكيلان فرعيان',
    few: 'وكلاء فرعيين',
    many: 'وكيلًا فرعيًا',
    other: 'وكيل فرعي',
  },
  day: { one: 'يوم واحد', two: 'يومان', few: 'أيام', many: 'يومًا', other: 'يوم' },
  /** After a preposition or a noun. */
  ofDays: { one: 'يوم واحد', two: 'يومين', few: 'أيام', many: 'يومًا', other: 'يوم' },
  process: { one: 'عملية واحدة', two: 'عمليتان', few: 'عمليات', many: 'عملية', other: 'عملية' },
  row: { one: 'صف واحد', two: 'صفان', few: 'صفوف', many: 'صفًا', other: 'صف' },
  alert: { one: 'تنبيه واحد', two: 'تنبيهان', few: 'تنبيهات', many: 'تنبيهًا', other: 'تنبيه' },
} as const satisfies Readonly<Record<string, CountForms>>;
