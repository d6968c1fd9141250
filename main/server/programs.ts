import type { ServerPrograms } from '../node/server-programs.ts';
import { serve } from './serve.ts';

/** What the command line starts, by name. */
export const serverPrograms: ServerPrograms = { serve };
