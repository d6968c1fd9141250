import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';

/** A look that the tokens can have. */
export interface Look {
  readonly scheme: 'light' | 'dark';
  readonly contrast: 'normal' | 'more';
  readonly colors: 'fuelgauge' | 'okabe-ito';
}

/** Every look. */
export const looks: readonly Look[] = (['light', 'dark'] as const).flatMap((scheme) =>
  (['normal', 'more'] as const).flatMap((contrast) =>
    (['fuelgauge', 'okabe-ito'] as const).map((colors) => ({ scheme, contrast, colors })),
  ),
);

/** Reads the colors of a look from the style sheet itself: `canvas` is `#f3f4f5`. */
export async function readTokens(look: Look): Promise<ReadonlyMap<string, string>> {
  const file = join(resolve(import.meta.dirname, '../..'), 'renderer/styles/tokens.css');
  const css = (await readFile(file, 'utf8')).replaceAll(/\/\*[\s\S]*?\*\//g, '');
  const wanted = [
    ':root',
    ...(look.contrast === 'more' ? [":root[data-contrast='more']"] : []),
    ...(look.colors === 'okabe-ito' ? [":root[data-colors='okabe-ito']"] : []),
  ];
  const tokens = new Map<string, string>();
  // The rules outside of any media query, in order, as the cascade has them: all are equally specific but the first.
  for (const [, selector = '', body = ''] of css.matchAll(/^(:root[^{\n]*) \{\n([\s\S]*?)^\}/gm)) {
    if (!wanted.includes(selector)) continue;
    for (const [, name = '', light = '', dark = ''] of body.matchAll(
      /--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);/g,
    )) {
      tokens.set(name, look.scheme === 'light' ? light : dark);
    }
  }
  return tokens;
}
