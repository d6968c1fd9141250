import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import type TypeScript from 'typescript';
import { describe, expect, it } from 'vitest';

// Loaded by Node: the test runner would transform the whole compiler.
const ts = createRequire(import.meta.url)('typescript') as typeof TypeScript;
const root = resolve(import.meta.dirname, '../../..');

/** Folders whose tests run on all three systems. The end-to-end tests run on Linux. */
const portableFolders = ['test/unit', 'test/contract', 'test/integration'];

/** What Windows lacks: calls by name, programs and pseudo-files by their first argument. */
const unportableCalls = /^(chmod|chmodSync|lchmod|seteuid|setegid|runShell|execSync)$/;
const unportableWords = /^(mkfifo|sh|bash|mount|unshare|\/.*)$/;
/** What macOS lacks as well, or has elsewhere. */
const linuxWords = /^(unshare|\/bin\/(true|false)|\/(proc|sys)(\/.*)?)$/;

const tests = portableFolders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => `${folder}/${path.replaceAll('\\', '/')}`),
);

/** The places in a test file that only some systems can run, and that are not limited to these by `runIf` or a condition. */
function findUnportable(name: string, code: string): readonly string[] {
  const file = ts.createSourceFile(name, code, ts.ScriptTarget.Latest, true);
  const places: string[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && isUnportable(node) && !isGuarded(node, file, linuxWords.test(firstTextOf(node)))) {
      const { line } = file.getLineAndCharacterOfPosition(node.getStart());
      places.push(`${name}:${line + 1} ${node.getText().split('\n')[0]}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return places;
}

function isUnportable(call: TypeScript.CallExpression): boolean {
  const name = nameOf(call.expression);
  if (unportableCalls.test(name)) return true;
  // That of a server, which may take a path; not our own function of that name.
  if (name === 'listen' && ts.isPropertyAccessExpression(call.expression)) {
    return call.arguments[0] !== undefined && !ts.isNumericLiteral(call.arguments[0]);
  }
  if (!/^(run|spawn|spawnSync|execFile|execFileSync|create\w*Probe|mkdir|readFile|readFileSync)$/.test(name))
    return false;
  return unportableWords.test(firstTextOf(call));
}

function firstTextOf(call: TypeScript.CallExpression): string {
  const [first] = call.arguments;
  return first !== undefined && ts.isStringLiteral(first) ? first.text : '';
}

/** What a group, a test or a statement depends on. */
function toCondition(node: TypeScript.Node): string | null {
  if (ts.isIfStatement(node)) {
    const text = node.expression.getText();
    return /platform|existsSync/.test(text) ? text : null;
  }
  if (!ts.isCallExpression(node)) return null;
  return /\.(?:runIf|skipIf)\((.*)\)/s.exec(node.expression.getText())?.[1] ?? null;
}

/** Inside a test or group that runs only on some systems, or in a function that is only called there. */
function isGuarded(node: TypeScript.Node, file: TypeScript.SourceFile, isLinuxOnly: boolean): boolean {
  for (let current = node.parent; current !== undefined; current = current.parent) {
    const condition = toCondition(current);
    if (condition !== null && (!isLinuxOnly || /linux|existsSync/.test(condition))) return true;
    if (ts.isFunctionDeclaration(current) && current.name !== undefined && current.parent === file) {
      const calls = findCalls(file, current.name.text);
      return calls.length > 0 && calls.every((call) => isGuarded(call, file, isLinuxOnly));
    }
  }
  return false;
}

function findCalls(file: TypeScript.SourceFile, name: string): readonly TypeScript.CallExpression[] {
  const found: TypeScript.CallExpression[] = [];
  const visit = (node: TypeScript.Node): void => {
    if (ts.isCallExpression(node) && nameOf(node.expression) === name) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function nameOf(expression: TypeScript.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

describe('a test that runs on every system', () => {
  it.each(tests)('needs nothing that only some have: %s', (name) => {
    expect(findUnportable(name, readFileSync(join(root, name), 'utf8'))).toEqual([]);
  });

  it('would be detected', () => {
    const find = (code: string): number => findUnportable('x.test.ts', code).length;
    expect(find("it('a', () => { chmodSync(file, 0); });")).toBe(1);
    expect(find("it('a', () => { createPsProbe('/bin/true'); run('mkfifo', [file]); });")).toBe(2);
    expect(find("it('a', () => { createServer().listen(join(folder, 'socket')); server.listen(0); });")).toBe(1);
    expect(find("it.runIf(onUnix)('a', () => { chmodSync(file, 0); });")).toBe(0);
    expect(find("it.runIf(onUnix)('a', () => { createPsProbe('/bin/true'); });")).toBe(1);
    expect(find("function close() { chmodSync(file, 0); }\nit.runIf(onUnix)('a', () => close());")).toBe(0);
    expect(find("function close() { chmodSync(file, 0); }\nit('a', () => close());")).toBe(1);
    expect(find("it('a', () => { if (process.platform === 'linux') run('sh', []); });")).toBe(0);
  });
});
