import { describe, expect, it } from 'vitest';
import { createPathNames, toPathName } from '../../../../shared/lib/path-name.ts';

describe('toPathName', () => {
  it('is the last segment of a path of any system', () => {
    expect([toPathName('/home/ada/shop/'), toPathName('C:\\work\\shop'), toPathName('/')]).toEqual([
      'shop',
      'shop',
      '/',
    ]);
  });

  it('is the whole path if the last segment is invisible', () => {
    expect([toPathName('/home/ada/   '), toPathName('/home/ada/\u200e')]).toEqual(['/home/ada/   ', '/home/ada/']);
  });
});

describe('createPathNames', () => {
  const nameAll = (...paths: readonly string[]): readonly string[] => paths.map(createPathNames([...paths, null]));

  it('names folders by their last segment', () => {
    expect(nameAll('/home/ada/shop', '/home/ada/atlas')).toEqual(['shop', 'atlas']);
  });

  it('adds the nearest folder that differs where others end with the same segment', () => {
    expect(nameAll('/work/shop/app', '/work/atlas/app', '/work/notes')).toEqual(['app (shop)', 'app (atlas)', 'notes']);
    expect(nameAll('/a/one/code/app', '/a/two/code/app')).toEqual(['app (one)', 'app (two)']);
    expect(nameAll('C:\\work\\app', 'c:\\work\\app')).toEqual(['app (C:)', 'app (c:)']);
    expect(nameAll('/home/ada/work/app', '/work/app')).toEqual(['app (ada)', 'app (/work/app)']);
  });

  it('names a folder once however often it is listed', () => {
    expect(nameAll('/work/app', '/work/app')).toEqual(['app', 'app']);
  });

  it('has the whole path where no single folder tells it from all others', () => {
    expect(nameAll('/x/a/app', '/x/b/app', '/y/a/app')[0]).toBe('app (/x/a/app)');
  });
});
