import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { formatPriceTable } from '../../../../build/prices.ts';
import { toPriceTable, type UnusablePrice } from '../../../../shared/pricing/litellm-list.ts';
import { priceCorrections } from '../../../../shared/pricing/overlay.ts';
import { parsePriceTable } from '../../../../shared/pricing/price-table.ts';

const shippedText = readFileSync(new URL('../../../../shared/pricing/price-table.json', import.meta.url), 'utf8');
const shipped = parsePriceTable(JSON.parse(shippedText));

describe('the shipped price table', () => {
  it('has a price for the models of current agents', () => {
    const current = ['claude-opus-5', 'claude-sonnet-5', 'claude-fable-5', 'gpt-5.6-sol', 'gpt-5.3-codex', 'o4-mini'];
    expect(current.filter((name) => !Object.hasOwn(shipped.models, name))).toEqual([]);
  });

  it('is exactly what the script writes', () => {
    expect(formatPriceTable(shipped)).toBe(shippedText);
    const names = Object.keys(shipped.models);
    expect(names).toEqual(names.toSorted());
    expect(names).toEqual(names.map((name) => name.toLowerCase()));
  });

  it('is corrected only for models that it has, and only to whole pico-dollars', () => {
    for (const { models, scalePercent, source } of priceCorrections) {
      expect(source).not.toBe('');
      for (const name of models) {
        const price = shipped.models[name];
        expect(price, name).toBeDefined();
        const rates = [price?.rates, price?.priority, price?.flex, price?.longContext?.rates, price?.longContext?.flex];
        const scaled = rates.flatMap((each) => Object.values(each ?? {})).map((x) => (x * (scalePercent ?? 100)) / 100);
        expect(scaled.filter((rate) => !Number.isInteger(rate))).toEqual([]);
      }
    }
  });

  it('is refused when it is malformed', () => {
    const [name = ''] = Object.keys(shipped.models);
    expect(() => parsePriceTable({ ...shipped, models: { [name]: { ...shipped.models[name], rates: {} } } })).toThrow();
    expect(() => parsePriceTable({ ...shipped, unit: 'dollars' })).toThrow();
  });
});

describe('toPriceTable', () => {
  const openai = { litellm_provider: 'openai', mode: 'chat', input_cost_per_token: 2e-6, output_cost_per_token: 8e-6 };
  const convert = (list: Record<string, unknown>): Record<string, unknown> =>
    toPriceTable(list, '2026-08-01', ({ model }) => expect.unreachable(model)).models;

  it('uses the makers’ own entries for coding models', () => {
    const list = {
      sample_spec: { litellm_provider: 'one of https://…', mode: 'one of: chat, …', input_cost_per_token: '0' },
      'gpt-5': openai,
      'gpt-5-search-api': openai,
      'ft:gpt-4o': openai,
      'azure/gpt-5': { ...openai, litellm_provider: 'azure' },
      'gpt-5-image': { ...openai, mode: 'image_generation' },
      'minimax/MiniMax-M2': { ...openai, litellm_provider: 'minimax' },
      'zai/glm-4.5-flash': {
        litellm_provider: 'zai',
        mode: 'chat',
        input_cost_per_token: 0,
        output_cost_per_token: 0,
      },
    };
    expect(Object.keys(convert(list))).toEqual(['gpt-5', 'minimax-m2']);
  });

  it('fills in what the list leaves out by the providers’ rules', () => {
    const anthropic = { ...openai, litellm_provider: 'anthropic', cache_creation_input_token_cost_above_1hr: 9e-6 };
    expect(convert({ 'claude-x': anthropic })).toEqual({
      'claude-x': {
        provider: 'anthropic',
        rates: {
          input: 2_000_000,
          output: 8_000_000,
          cacheRead: 2_000_000,
          cacheWrite5m: 2_500_000,
          cacheWrite1h: 4_000_000,
        },
        webSearchMicroUsd: 10_000,
      },
    });
    const zero = { ...openai, litellm_provider: 'zai', cache_creation_input_token_cost: 0 };
    expect(convert({ 'zai/glm-5': zero })).toMatchObject({ 'glm-5': { rates: { cacheWrite5m: 2_000_000 } } });
  });

  it('keeps tiers and thresholds, and drops an incomplete tier', () => {
    const entry = {
      ...openai,
      cache_read_input_token_cost: 2e-7,
      input_cost_per_token_priority: 4e-6,
      output_cost_per_token_priority: 16e-6,
      input_cost_per_token_flex: 1e-6,
      input_cost_per_token_above_272k_tokens: 4e-6,
      output_cost_per_token_above_272k_tokens: 12e-6,
    };
    expect(convert({ 'gpt-5': entry })['gpt-5']).toEqual({
      provider: 'openai',
      rates: {
        input: 2_000_000,
        output: 8_000_000,
        cacheRead: 200_000,
        cacheWrite5m: 2_000_000,
        cacheWrite1h: 2_000_000,
      },
      priority: {
        input: 4_000_000,
        output: 16_000_000,
        cacheRead: 200_000,
        cacheWrite5m: 4_000_000,
        cacheWrite1h: 4_000_000,
      },
      longContext: {
        above: 272_000,
        rates: {
          input: 4_000_000,
          output: 12_000_000,
          cacheRead: 4_000_000,
          cacheWrite5m: 4_000_000,
          cacheWrite1h: 4_000_000,
        },
      },
    });
  });

  it('leaves out a model whose price changes at a prompt size that cells do not distinguish', () => {
    expect(convert({ 'gpt-5': { ...openai, input_cost_per_token_above_128k_tokens: 4e-6 } })).toEqual({});
  });

  it('reports and leaves out a model with two prices, or with one that makes no sense', () => {
    const deepseek = { ...openai, litellm_provider: 'deepseek' };
    const dearer = { ...deepseek, output_cost_per_token: 9e-6 };
    const unusable: UnusablePrice[] = [];
    const list = {
      'deepseek-v4-pro': deepseek,
      'deepseek/deepseek-v4-pro': dearer,
      'gpt-5': { ...openai, input_cost_per_token: 1.5e-13 },
      'gpt-5.1': { ...openai, output_cost_per_token: -1 },
      'gpt-5.2': { ...openai, output_cost_per_token: 1e300 },
      'gpt-5.3': { ...openai, provider_specific_entry: { fast: 1e9 } },
      'gpt-5.4': openai,
    };
    expect(Object.keys(toPriceTable(list, '2026-08-01', (price) => unusable.push(price)).models)).toEqual(['gpt-5.4']);
    expect(unusable).toEqual([
      ...['gpt-5', 'gpt-5.1', 'gpt-5.2', 'gpt-5.3'].map((model) => ({ model, reason: 'inexact' })),
      { model: 'deepseek-v4-pro', reason: 'ambiguous' },
    ]);
  });
});
