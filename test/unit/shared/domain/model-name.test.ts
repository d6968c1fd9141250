import { expect, it } from 'vitest';
import { stripModelSuffixes } from '../../../../shared/domain/model-name.ts';

it.each([
  ['claude-opus-4-6', 'claude-opus-4-6'],
  ['claude-opus-4-6[1m]', 'claude-opus-4-6'],
  ['claude-sonnet-4-5-20250929-v1:0', 'claude-sonnet-4-5'],
  ['claude-opus-4@20250514', 'claude-opus-4'],
  ['gpt-5-2025-08-07', 'gpt-5'],
  ['', ''],
])('takes from %s what may follow a name', (model, name) => expect(stripModelSuffixes(model)).toBe(name));
