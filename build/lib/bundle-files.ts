import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import type TypeScript from 'typescript';

// Loaded by Node: the test runner would transform the whole compiler.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;

/**
 * These scripts of a bundle and all that they import, also only when needed, as paths below `folder`, sorted. Throws
 * when one is missing.
 */
export async function listBundleFiles(folder: string, entries: readonly string[]): Promise<readonly string[]> {
  const found = new Set<string>();
  const waiting = [...entries];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue;
    found.add(file);
    for (const name of listImports(file, await readFile(join(folder, file), 'utf8'))) {
      if (!name.startsWith('.')) continue;
      waiting.push(relative(folder, join(folder, dirname(file), name)).replaceAll('\\', '/'));
    }
  }
  return [...found].sort();
}

/** The module names that a script imports. `ts.preProcessFile` only scans, and goes wrong after a backtick in a regular expression. */
function listImports(file: string, script: string): readonly string[] {
  const names: string[] = [];
  const note = (node: TypeScript.Node | undefined): void => {
    if (node !== undefined && ts.isStringLiteralLike(node)) names.push(node.text);
  };
  const visit = (node: TypeScript.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) note(node.moduleSpecifier);
    else if (ts.isCallExpression(node) && isImport(node.expression)) note(node.arguments[0]);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, script, ts.ScriptTarget.Latest, false, ts.ScriptKind.JS));
  return names;
}

/** `import(…)`, or `require(…)` in a CommonJS script. */
function isImport(callee: TypeScript.Expression): boolean {
  return callee.kind === ts.SyntaxKind.ImportKeyword || (ts.isIdentifier(callee) && callee.text === 'require');
}
