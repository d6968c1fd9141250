import { expect, it } from 'vitest';
import { toAgentGlyph } from '../../../../renderer/ui/agent-glyph.ts';
import { sources } from '../../../../shared/sources/registry.ts';

it('draws every agent with the first letter of its name', () => {
  expect(toAgentGlyph('gemini-cli', 'Gemini CLI').letter).toBe('G');
  expect(toAgentGlyph('x', '…').letter).toBe('•');
  for (const { id, label } of sources) {
    const { letter, shape, color } = toAgentGlyph(id, label);
    expect(label.toUpperCase()).toContain(letter);
    expect([shape >= 0 && shape < 5, color >= 0 && color < 6]).toEqual([true, true]);
  }
});

it('gives agents whose names begin alike another shape or color', () => {
  const glyphs = sources.map(({ id, label }) => toAgentGlyph(id, label));
  const keys = glyphs.map(({ letter, shape, color }) => `${letter}/${shape}/${color}`);
  expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
});
