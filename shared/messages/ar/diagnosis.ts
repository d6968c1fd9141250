import type { Formats } from '../format/formats.ts';
import { createSaySource } from '../source-words.ts';
import type { Translation } from '../translation.ts';
import { countOf, words } from './count-words.ts';
import { isolate } from './isolate.ts';
import { sourceWords } from './source-words.ts';

const lineWords = { one: 'سطر واحد', two: 'سطران', few: 'أسطر', many: 'سطرًا', other: 'سطر' };
const ofRows = { one: 'صف واحد', two: 'صفين', few: 'صفوف', many: 'صفًا', other: 'صف' };
const duplicateWords = { one: 'تكرار واحد', two: 'تكراران', few: 'تكرارات', many: 'تكرارًا', other: 'تكرار' };

/** What was read of an agent's logs, a line for each fact. */
export function createDiagnosis(format: Formats): Translation['diagnosis'] {
  return {
    noLogs: 'لم يُعثر على سجلات.',
    gaps: {
      partial: (gap) => `محتسب جزئيًا: ${gap}.`,
      none: (gap) => `غير محتسب: ${gap}.`,
    },
    ofSource: createSaySource(sourceWords),
    absent: (labels) => `لم يُعثر على: ${format.list(labels)}.`,
    files: (files, bytes, lines) =>
      `${countOf(format, files, words.file)}، ${format.bytes(bytes)}، ${countOf(format, lines, lineWords)}.`,
    responses: (events, rows, merged) =>
      `${countOf(format, events, words.response)} من ${countOf(format, rows, ofRows)}؛ ` +
      `الصفوف المدمجة: ${format.integer(merged)}.`,
    replays: (events) => `${countOf(format, events, duplicateWords)} لردود أخرى، دون احتساب مضاعف.`,
    unfinished: (events) => `${countOf(format, events, words.response)} بلا نهاية في السجل؛ قد يكون الإخراج أكثر.`,
    gone: (files) => `ملفات لم تعد موجودة: ${format.integer(files)}؛ يبقى ما قُرئ منها محتسبًا.`,
    tally: (number, name) => `${name}: ${format.integer(number)}`,
    tallies: (tallies) => tallies.join('؛ '),
    skipped: (tally) => `تُخطّي: ${tally}.`,
    unlogged: (tally) => `استدعاءات لا يسجل الوكيل استخدامها: ${tally}.`,
    unpriced: (models) => `لا سعر معروف لـ ${models}.`,
    unreadable: (path, reason) => `غير قابل للقراءة: ${isolate(path)} (${reason}).`,
  };
}
