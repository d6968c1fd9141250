import type * as ChildProcess from 'node:child_process';

/**
 * Node's module for starting programs, loaded when a line needs it: most do not, and it takes longer than drawing one. Not
 * by `import()`, which a single file cannot do at once.
 */
export function loadChildProcess(): typeof ChildProcess {
  return process.getBuiltinModule('node:child_process');
}
