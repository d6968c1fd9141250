import { chmodSync, writeFileSync } from 'node:fs';

/**
 * Writes a program that runs this script in this Node. A shell starts it, because the first line of a program may hold no
 * path with a space, nor a long one.
 */
export function writeNodeProgram(program: string, script: string): void {
  const node = process.execPath.replaceAll("'", `'\\''`);
  writeFileSync(`${program}.cjs`, script);
  writeFileSync(program, `#!/bin/sh\nexec '${node}' "$0.cjs" "$@"\n`);
  chmodSync(program, 0o755);
}
