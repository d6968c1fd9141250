import { createTaskGenerator } from './lib/editor-tasks.ts';

/** Roo Code's tasks; a task's folder is copied to another editor. */
export const generator = createTaskGenerator('rooveterinaryinc.roo-cline');
