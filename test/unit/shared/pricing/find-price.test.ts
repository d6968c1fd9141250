import { describe, expect, it } from 'vitest';
import { findPriceName } from '../../../../shared/pricing/find-price.ts';

const listed = new Set([
  'claude-opus-4-5',
  'claude-opus-4-5-20251101',
  'claude-opus-5',
  'claude-sonnet-4-20250514',
  'gpt-5',
  'gpt-4o',
  'gpt-4o-2024-05-13',
  'glm-5.1',
  'grok-code-fast-1',
]);

const find = (model: string): string | null => findPriceName(model, (name) => listed.has(name));

describe('findPriceName', () => {
  it.each([
    ['claude-opus-4-5-20251101', 'claude-opus-4-5-20251101'],
    ['gpt-4o-2024-05-13', 'gpt-4o-2024-05-13'],
    ['gpt-5-2025-08-07', 'gpt-5'],
    ['claude-opus-5-20260724', 'claude-opus-5'],
    ['claude-opus-5[1m]', 'claude-opus-5'],
    ['anthropic/claude-opus-5', 'claude-opus-5'],
    ['us.anthropic.claude-opus-4-5-20251101-v1:0', 'claude-opus-4-5-20251101'],
    ['anthropic.claude-opus-5', 'claude-opus-5'],
    ['global.anthropic.claude-opus-5-v1', 'claude-opus-5'],
    ['claude-opus-4-5@20251101', 'claude-opus-4-5-20251101'],
    ['claude-opus-5@default', 'claude-opus-5'],
    ['claude-sonnet-4', 'claude-sonnet-4-20250514'],
    ['anthropic/claude-opus-4.5', 'claude-opus-4-5'],
    ['z-ai/GLM-5.1', 'glm-5.1'],
    ['x-ai/grok-code-fast-1', 'grok-code-fast-1'],
    [' claude-opus-5\n', 'claude-opus-5'],
  ])('finds %s as %s', (model, name) => {
    expect(find(model)).toBe(name);
  });

  it.each([
    'gpt-5.9',
    'gpt-5-turbo',
    'claude-opus',
    'claude-opus-55',
    'my-claude-opus-5',
    'openrouter/z-ai/glm-5.1',
    'claude-opus-5-thinking',
    // A known alias of a model that this list does not have.
    'claude-3-5-haiku',
    '',
  ])('does not mistake %j for a similar name', (model) => {
    expect(find(model)).toBeNull();
  });
});
