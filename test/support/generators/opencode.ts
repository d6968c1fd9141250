import { createAnswerGenerator } from '../answer-logs.ts';

/** OpenCode's database, and the files that it had before. */
export const generator = createAnswerGenerator('.local/share/opencode', 'opencode');
