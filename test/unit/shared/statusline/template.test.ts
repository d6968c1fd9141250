import { describe, expect, it } from 'vitest';
import { listWidgets, parseTemplate } from '../../../../shared/statusline/template.ts';

describe('the widgets of a template', () => {
  it('are each listed once, in order, and apart by their option', () => {
    expect(listWidgets(parseTemplate('{run:b} {model}\n{run:a}{flex}{model} x {run:b}'))).toEqual([
      { name: 'run', option: 'b' },
      { name: 'model', option: null },
      { name: 'run', option: 'a' },
    ]);
    expect(listWidgets(parseTemplate('text alone'))).toEqual([]);
  });

  it('are also those that nothing draws, whatever letters they are written in', () => {
    expect(listWidgets(parseTemplate('{Model} {cost_day} {{time}} { git }')).map(({ name }) => name)).toEqual([
      'Model',
      'cost_day',
    ]);
  });
});
