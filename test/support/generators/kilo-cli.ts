import { createAnswerGenerator } from '../answer-logs.ts';

/** Kilo's database, and the files that it may have had before. */
export const generator = createAnswerGenerator('.local/share/kilo', 'kilo');
