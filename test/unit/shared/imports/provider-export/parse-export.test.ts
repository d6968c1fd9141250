import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseProviderExport } from '../../../../../shared/imports/provider-export/parse-export.ts';
import { emptyUsage } from '../../../../../shared/domain/token-usage.ts';

const anthropicUsage =
  'usage_date_utc,model_version,api_key,workspace,usage_input_tokens_no_cache,usage_input_tokens_cache_write_5m,' +
  'usage_input_tokens_cache_write_1h,usage_input_tokens_cache_read,usage_output_tokens,web_search_count';
const anthropicCost = 'usage_date_utc,model,workspace,token_type,cost_usd';
const openaiUsage =
  'start_time,end_time,start_time_iso,end_time_iso,num_model_requests,model,input_tokens,output_tokens,input_cached_tokens';
const openaiCost = 'start_time,start_time_iso,amount_value,amount_currency,line_item,user_email';
const parse = (...lines: readonly string[]) => parseProviderExport(lines.join('\n'));
const read = (...lines: readonly string[]) => {
  const found = parse(...lines);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};

describe('an export of a provider', () => {
  it('is usage of Anthropic, whose input is without the cache', () => {
    expect(read(anthropicUsage, '2026-05-01,claude-opus-4-8,key,Default,10,20,30,40,50,0')).toMatchObject({
      ...{ provider: { id: 'anthropic' }, kind: 'usage', skips: {} },
      uses: [
        {
          ...{ day: '2026-05-01', model: 'claude-opus-4-8', requests: null, costUsd: null },
          usage: {
            ...emptyUsage,
            ...{ inputTokens: 10, cacheCreation5mTokens: 20, cacheCreation1hTokens: 30 },
            ...{ cacheReadTokens: 40, outputTokens: 50 },
          },
        },
      ],
    });
  });

  it('is usage of OpenAI, whose input includes what was read from the cache', () => {
    const found = read(openaiUsage, '1777593600,1777680000,x,x,7,gpt-5.5,100,5,60');
    expect(found).toMatchObject({ provider: { id: 'openai' }, kind: 'usage' });
    expect(found.uses).toMatchObject([
      { day: '2026-05-01', requests: 7, usage: { inputTokens: 40, cacheReadTokens: 60, outputTokens: 5 } },
    ]);
  });

  it('is cost of Anthropic, by model as people read it', () => {
    const found = read(anthropicCost, '2026-05-01,Claude Opus 4.8,,output,1.25');
    expect(found.uses).toMatchObject([{ model: 'Claude Opus 4.8', usage: null, costUsd: 1.25 }]);
  });

  it('is cost of OpenAI, whose items begin with a model; a day without cost says nothing', () => {
    const found = read(
      openaiCost,
      '1777593600,,,,,',
      '1777593600,,0.003835980000000000000000000000,usd,"gpt-5-nano, input_tokens",ada@example.org',
      '1777593600,,1,eur,gpt-5-nano,',
    );
    expect(found.uses).toEqual([
      { day: '2026-05-01', model: 'gpt-5-nano', requests: null, usage: null, costUsd: 0.00383598 },
    ]);
    expect(found.skips).toEqual({ 'other-currency': 1 });
  });

  it('has its columns in any order, case and spelling, after a byte order mark, with the line ends of any system', () => {
    const found = parseProviderExport(
      '\ufeff"Usage output tokens",Model-Version, USAGE_DATE_UTC ,usage_input_tokens_no_cache\r\n"1,234",m,2026-05-01,5\r\n',
    );
    expect(found).toMatchObject({ value: { uses: [{ usage: { inputTokens: 5, outputTokens: 1_234 } }] } });
  });

  it.each([
    ['2026-05-01T23:30:00-02:00', '2026-05-02'],
    ['2026-05-01T00:30:00+01:00', '2026-04-30'],
    ['2026-05-01T00:00:00', '2026-05-01'],
    ['2026-05-01 00:00:00', '2026-05-01'],
    ['1777593599', '2026-04-30'],
  ])('dates %s to %s', (text, day) =>
    expect(read(openaiUsage, `${text},,,,1,gpt,1,1,0`).uses).toMatchObject([{ day }]),
  );

  it.each([
    ['2026-05-01,m,,,-1,0,0,0,5,0', 'negative'],
    ['2026-05-01,m,,,1.5,0,0,0,5,0', 'bad-number'],
    ['2026-05-01,m,,,1e9,0,0,0,5,0', 'bad-number'],
    ['2026-05-01,m,,,9999999999999999,0,0,0,5,0', 'bad-number'],
    ['2026-02-30,m,,,1,0,0,0,5,0', 'bad-day'],
    ['05/01/2026,m,,,1,0,0,0,5,0', 'bad-day'],
    [',m,,,1,0,0,0,5,0', 'bad-day'],
  ])('counts the row %s as %s, and keeps the others', (line, reason) => {
    const found = read(anthropicUsage, line, '2026-05-01,m,,,1,0,0,0,5,0');
    expect(found.skips).toEqual({ [reason]: 1 });
    expect(found.uses).toHaveLength(1);
  });

  it('cannot have read more from the cache than was sent', () => {
    expect(read(openaiUsage, '1777593600,,,,1,gpt,10,5,11').skips).toEqual({ 'bad-number': 1 });
  });

  it.each([
    ['nothing', ''],
    ['another table', 'Date,Model,Cost\n2026-05-01,m,1'],
    ['semicolons', `${anthropicCost.replaceAll(',', ';')}\n2026-05-01;m;;output;1`],
    ['UTF-16 read as UTF-8', anthropicCost.split('').join('\0')],
    ['JSON', '{"usage_date_utc":"2026-05-01"}'],
  ])('is not %s', (_, text) => expect(parseProviderExport(text)).toEqual({ ok: false, error: 'other-columns' }));

  it('is of no use without models, unless nothing was used', () => {
    expect(parse(openaiUsage, '1777593600,,,,1,,10,5,0')).toEqual({ ok: false, error: 'no-models' });
    expect(parse(openaiUsage, '1777593600,,,,,,,,')).toMatchObject({ ok: true, value: { uses: [] } });
  });

  it('never throws, and has no number below zero, whatever stands in it', () => {
    const field = fc.oneof(fc.string(), fc.constantFrom('2026-05-01', '1777593600', '-1', '1,000', '"', '٣', '1e400'));
    const heads = fc.constantFrom(anthropicUsage, anthropicCost, openaiUsage, openaiCost);
    fc.assert(
      fc.property(heads, fc.array(fc.array(field, { maxLength: 12 }), { maxLength: 6 }), (head, rows) => {
        const found = parseProviderExport([head, ...rows.map((row) => row.join(','))].join('\n'));
        const uses = found.ok ? found.value.uses : [];
        for (const { day, usage, costUsd } of uses) {
          expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          for (const count of [...Object.values(usage ?? {}), costUsd ?? 0]) {
            expect(Number.isFinite(count) && count >= 0).toBe(true);
          }
        }
      }),
    );
  });
});
