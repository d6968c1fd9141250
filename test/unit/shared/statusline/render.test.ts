import fc from 'fast-check';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { renderLines } from '../../../../shared/statusline/render.ts';
import { presets } from '../../../../shared/statusline/presets.ts';
import type { Scene } from '../../../../shared/statusline/scene.ts';
import { parseTemplate } from '../../../../shared/statusline/template.ts';
import { widgetNames } from '../../../../shared/statusline/widgets/all-widgets.ts';
import { makeFacts, makeFactWindow, makeScene, makeStatus, nowMs } from '../../../support/make-status.ts';

const hourMs = 3_600_000;

const draw = (template: string, scene: Scene, width: number | null = null): readonly string[] =>
  renderLines(parseTemplate(template), scene, { style: 'plain', hasColor: false, width });

const busy = makeScene({
  status: makeStatus({
    model: 'Opus 5.5 (1M context)',
    effort: 'high',
    context: { usedTokens: 84_000, sizeTokens: 200_000, usedPercent: 42, compactsAtTokens: 167_000 },
    limits: [
      { name: 'five_hour', windowMinutes: 300, usedPercent: 60, resetsAtMs: nowMs + 3 * hourMs },
      { name: 'seven_day', windowMinutes: 10_080, usedPercent: 20, resetsAtMs: nowMs + 84 * hourMs },
    ],
    cache: { isWarm: true, expiresAtMs: nowMs + 200_000, ttlMs: 300_000, hitPercent: 93 },
    costUsd: 1.234,
    projectFolder: '/home/ada/shop',
    pullRequest: { number: 42, kind: null },
    title: 'Fix the build',
  }),
  facts: makeFacts({ windows: [makeFactWindow()] }),
  git: { branch: 'main', commit: null, worktree: null, ahead: 2, behind: 0, changedFiles: 7 },
  memory: { compactions: 1, tokensPerSecond: 62, tasks: 2 },
});

describe('a status line', () => {
  it('shows everything in the preset of that name', () => {
    expect(draw(presets.full, busy)).toEqual([
      'Opus 5.5 (1M context) high | ctx ▓▓▓▓░░░░ ~50% 84k | ~compacted 1× | cache 3m 93% hits | ~62 tok/s 12:00',
      '5h ▓▓▓┃▓░░░ 60%▲ ↻ 3h 0m  week ▓▓░░┃░░░ 20% ↻ 3d 12h  week Opus ▓▓▓▓┃░░░ 50% ↻ 3d 12h | 5h first | out ~13:20 (1h 20m)',
      '~$1.23 session | $4.25 block (2h 0m left) | $12.50 today | $6.00/h',
      'shop main ↑2 ±7 #42 | Fix the build | 2 tasks',
    ]);
  });

  it('leaves out lines and separators of which nothing is known', () => {
    expect(draw(presets.full, makeScene())).toEqual(['12:00']);
    expect(draw('{model} | {effort} | {cost}', makeScene({ status: makeStatus({ costUsd: 1 }) }))).toEqual([
      '~$1.00 session',
    ]);
  });

  it('keeps text at its ends, and braces', () => {
    const scene = makeScene({ status: makeStatus({ model: 'Opus', effort: 'low' }) });
    expect(draw('[{model}: {effort}]', scene)).toEqual(['[Opus: low]']);
    expect(draw('{{{model}}} {unknown} {effort} | {title}', scene)).toEqual(['{Opus} low']);
  });

  it('shortens what matters least first, and lets flex space grow', () => {
    expect(draw('{model} {title}{flex}{effort}', busy, 50)).toEqual([
      'Opus 5.5 (1M context) Fix the build           high',
    ]);
    expect(draw('{model} {title}{flex}{effort}', busy, 30)).toEqual(['Opus 5.5 Fix the build    high']);
    expect(draw('{model} {title}{flex}{effort}', busy, 14)).toEqual(['Opus 5.5  high']);
    expect(draw('{model}', busy, 5)).toEqual(['Opus…']);
  });

  it('shows what the terminal must not obey as plain text', () => {
    const scene = makeScene({ status: makeStatus({ title: 'a\u001b]0;x\u0007b\u202ec' }) });
    expect(draw('{title}', scene)).toEqual(['abc']);
  });

  it.each(['plain', 'powerline'] as const)('is never wider than the terminal, whatever it shows: %s', (style) => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 });
    const template = fc
      .array(fc.oneof(fc.constantFrom(...widgetNames.map((name) => `{${name}}`), '{flex}'), text), { maxLength: 12 })
      .map((parts) => parts.join(''));
    const scene = fc.record({ model: text, title: text, branch: text }).map(({ model, title, branch }) => ({
      ...busy,
      status: { ...busy.status, model, title },
      git: { ...busy.git!, branch },
    }));
    fc.assert(
      fc.property(template, scene, fc.integer({ min: 1, max: 160 }), fc.boolean(), (line, drawn, width, hasColor) => {
        for (const rendered of renderLines(parseTemplate(line), drawn, { style, hasColor, width })) {
          expect(stringWidth(rendered)).toBeLessThanOrEqual(width);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('has colours only when they are wanted, and ends each of them', () => {
    const [colored = ''] = renderLines(parseTemplate('{model} {effort}'), busy, {
      style: 'plain',
      hasColor: true,
      width: null,
    });
    expect(colored).toBe('\u001b[36mOpus 5.5 (1M context)\u001b[0m\u001b[2m \u001b[0m\u001b[2mhigh\u001b[0m');
    expect(draw(presets.full, busy).join('')).not.toContain('\u001b');
  });
});
