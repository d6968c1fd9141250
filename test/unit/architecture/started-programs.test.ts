import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type TypeScript from 'typescript';
import { describe, expect, it } from 'vitest';

// Loaded by Node: the test runner would transform the whole compiler.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
const root = resolve(import.meta.dirname, '../../..');

const files = readdirSync(join(root, 'main'), { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => `main/${path.replaceAll('\\', '/')}`);

/** Names of Windows programs without a full path: Windows would search the current folder for them first. */
function findBarePrograms(name: string, code: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isStringLiteralLike(node) && /[^.]\.exe$/i.test(node.text) && !isMadeFull(node)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true));
  return found;
}

function isMadeFull(literal: TypeScript.StringLiteralLike): boolean {
  // A separate constant, below a folder, is only the end of a path.
  if (literal.text.includes('\\') && ts.isVariableDeclaration(literal.parent)) return true;
  const call = literal.parent;
  return ts.isCallExpression(call) && call.expression.getText() === 'toWindowsProgram';
}

describe('a Windows program', () => {
  it.each(files)('is started by its full path: %s', (name) => {
    expect(findBarePrograms(name, readFileSync(join(root, name), 'utf8'))).toEqual([]);
  });

  it('would be detected', () => {
    expect(findBarePrograms('x.ts', "execFile('wsl.exe', []);")).toEqual(['wsl.exe']);
    expect(findBarePrograms('x.ts', "execFile(toWindowsProgram('wsl.exe', process.env), []);")).toEqual([]);
  });
});
