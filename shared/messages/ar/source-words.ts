import type { SourceWords } from '../source-words.ts';
import { isolate } from './isolate.ts';

/** What sources say about themselves, by their English: `shared/sources/<id>/descriptor.ts`. */
export const sourceWords: SourceWords = {
  // Skipped records.
  'made by the agent itself, so nothing was billed': 'أنشأها الوكيل بنفسه، فلم يُحتسب عليها شيء',
  'a limit was reached, but not until when': 'بلوغ حد دون ذكر موعد انتهائه',
  'copies of what a subagent logs in its own file': 'نسخ مما يسجله وكيل فرعي في ملفه الخاص',
  'repeating a counter that was already read': 'تكرار عدّاد سبقت قراءته',
  'with an older counter, written late': 'بعدّاد أقدم كُتب متأخرًا',
  'without an id': 'بلا معرّف',
  'sums of old tasks that were continued as sessions': 'مجاميع مهام قديمة استُكملت كجلسات',
  'answers that a fork copied from another session': 'ردود نسخها تفرّع من جلسة أخرى',
  'with an impossible cost': 'بتكلفة مستحيلة',
  'taken over from the logs of another agent, where they count': 'مأخوذة من سجلات وكيل آخر، حيث تُحتسب',
  'with a total, but without what it consists of': 'بمجموع دون تفاصيله',
  // Calls whose usage is not logged.
  'session titles': 'عناوين الجلسات',
  'recaps after a break': 'ملخصات بعد انقطاع',
  compactions: 'ضغط السياق',
  'web searches': 'عمليات بحث في الويب',
  'summaries of long conversations (only their cost)': 'ملخصات محادثات طويلة (تكلفتها فقط)',
  'summaries of branches that were left': 'ملخصات فروع تُركت',
  'tools that asked a model themselves': 'أدوات استدعت نموذجًا بنفسها',
  // What the logs hold, or lack.
  'the output of every request; their input as the average of a run, and only once it has ended':
    'إخراج كل طلب؛ أما الإدخال فمتوسط التشغيل كله، وبعد انتهائه فقط',
  'its usage is on its server only; download it there as CSV, then run "fuelgauge import cursor FILE"': `استخدامه على خادمه فقط؛ نزّله من هناك بصيغة CSV ثم شغّل «${isolate('fuelgauge import cursor FILE')}»`,
  'every request of the threads on this machine; newer builds keep them on a server':
    'كل طلب في سلاسل المحادثات على هذا الجهاز؛ أما الإصدارات الأحدث فتحفظها على خادم',
  'conversations in .pb files are encrypted': `المحادثات في ملفات ${isolate('.pb')} مشفّرة`,
  'every request, but before version 4 some providers report the cache as input; the logged cost is right':
    'كل طلب، لكن قبل الإصدار 4 يُبلغ بعض المزودين عن الذاكرة المؤقتة كإدخال؛ التكلفة المسجلة صحيحة',
  'every answer of its command line, but only when its session began; not those of subagents and of the extension':
    'كل رد من سطر الأوامر، لكن بوقت بدء جلسته فقط؛ دون ردود الوكلاء الفرعيين والإضافة',
  'only the cost of each session, no tokens': 'تكلفة كل جلسة فقط، دون رموز',
  'only the sum of each session, at the time of its first request': 'مجموع كل جلسة فقط، بوقت أول طلب فيها',
  'of older sessions only the sum, without the cache': 'من الجلسات الأقدم المجموع فقط، دون الذاكرة المؤقتة',
  'sums of turns, and nothing of turns that did not end or of versions before mid-2026':
    'مجاميع الجولات، دون الجولات التي لم تنتهِ ودون الإصدارات السابقة لمنتصف 2026',
  'only what another tool kept, mostly as sums of days; see "fuelgauge import"': `ما احتفظت به أداة أخرى فقط، وأغلبه مجاميع أيام؛ انظر «${isolate('fuelgauge import')}»`,
  'every request, but not always its model, and of summaries of long conversations only the cost':
    'كل طلب، لكن ليس دائمًا مع نموذجه، ومن ملخصات المحادثات الطويلة التكلفة فقط',
  'only agents of the local backend; those on a server leave nothing here':
    'وكلاء الخلفية المحلية فقط؛ أما من على خادم فلا يتركون شيئًا هنا',
  'the usage of your proxy; responses that no log can be joined to are compared by "fuelgauge reconcile", not counted': `استخدام خادمك الوسيط؛ الردود التي لا يربطها شيء بسجل يقارنها «${isolate('fuelgauge reconcile')}» ولا تُحتسب`,
  'sums of threads; of older ones only the last request of each turn':
    'مجاميع سلاسل المحادثات؛ ومن الأقدم آخر طلب في كل جولة فقط',
};
