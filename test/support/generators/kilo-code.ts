import { createTaskGenerator } from './lib/editor-tasks.ts';

/** Kilo Code's tasks; a task's folder is copied to another editor. */
export const generator = createTaskGenerator('kilocode.kilo-code');
