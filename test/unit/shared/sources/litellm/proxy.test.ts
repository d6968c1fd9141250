import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { litellmProxy } from '../../../../../shared/sources/litellm/proxy.ts';

const span = { since: '2026-05-01', until: '2026-05-02' };
const questions = litellmProxy.questions(span);
const answer = (name: string, value: unknown) => questions.find((each) => each.name === name)!.read(value);
const row = {
  request_id: 'chatcmpl-1',
  call_type: 'acompletion',
  api_key: '88dc28d0f030c55ed4ab77ed8faf098196cb1c05df778539800c9f1243fe6b4b',
  spend: 0.25,
  total_tokens: 1_200,
  prompt_tokens: 1_150,
  completion_tokens: 50,
  startTime: '2026-05-01T09:00:00.000000Z',
  endTime: '2026-05-01T09:00:03Z',
  model: 'anthropic/claude-opus-4-8',
  custom_llm_provider: 'anthropic',
  user: '',
  team_id: 'team-1',
  session_id: 'session-1',
  cache_hit: 'False',
  metadata: {
    user_api_key_alias: 'laptop',
    user_api_key_user_id: 'ada',
    usage_object: { cache_read_input_tokens: 1_000, cache_creation_input_tokens: 50 },
  },
};

describe('what is asked of LiteLLM', () => {
  it('is a day at a time, and reads only', () => {
    expect(questions.map(({ path }) => path)).toEqual([
      '/spend/logs?summarize=false&start_date=2026-05-01&end_date=2026-05-02',
      '/spend/logs?summarize=false&start_date=2026-05-02&end_date=2026-05-03',
      '/user/daily/activity?start_date=2026-05-01&end_date=2026-05-02&page_size=1000',
      '/key/info',
      '/provider/budgets',
    ]);
  });

  it('gives responses with their user, team and key, and takes the cache out of the prompt', () => {
    expect(answer('/spend/logs', [row])).toMatchObject({
      skips: {},
      uses: [
        {
          ...{ id: 'chatcmpl-1', atMs: Date.parse('2026-05-01T09:00:03Z'), model: 'anthropic/claude-opus-4-8' },
          ...{ provider: 'anthropic', user: 'ada', team: 'team-1', key: 'laptop', costUsd: 0.25 },
          usage: { inputTokens: 100, cacheReadTokens: 1_000, cacheCreation5mTokens: 50, outputTokens: 50 },
        },
      ],
    });
  });

  it.each([
    [
      'a time without a zone, which is UTC',
      { endTime: '2026-05-01 09:00:03' },
      { atMs: Date.parse('2026-05-01T09:00:03Z') },
    ],
    ['a key without an alias', { metadata: {} }, { key: '88dc28d0f030', usage: { inputTokens: 1_150 } }],
    [
      'a prompt that does not include the cache',
      { prompt_tokens: 10 },
      { usage: { inputTokens: 10, cacheReadTokens: 1_000 } },
    ],
  ])('understands %s', (_name, change, use) => {
    expect(answer('/spend/logs', [{ ...row, ...change }])!.uses).toMatchObject([use]);
  });

  it.each([
    ['no-id', { request_id: '' }],
    ['no-timestamp', { startTime: null, endTime: 'soon' }],
    ['no-model', { model: '', model_group: null }],
    ['bad-usage', { prompt_tokens: -1 }],
    ['empty-usage', { prompt_tokens: 0, completion_tokens: 0, spend: 0, metadata: {} }],
    ['from-cache', { cache_hit: 'True' }],
  ])('counts rows that are no use: %s', (reason, change) => {
    expect(answer('/spend/logs', [{ ...row, ...change }])).toMatchObject({ uses: [], skips: { [reason]: 1 } });
  });

  it('gives budgets', () => {
    const key = {
      key: 'sk-hash',
      info: {
        ...{ token: 'hash', key_alias: 'laptop', spend: 12.5, max_budget: 50, budget_duration: '30d' },
        budget_reset_at: '2026-05-28T00:00:00Z',
      },
    };
    expect(answer('/key/info', key)!.budgets).toEqual([
      {
        ...{ subject: 'key', name: 'hash', label: 'laptop', usedUsd: 12.5, limitUsd: 50, windowMinutes: 43_200 },
        resetsAtMs: Date.parse('2026-05-28T00:00:00Z'),
      },
    ]);
    const providers = {
      openai: { budget_limit: 10, time_period: '1d', spend: 4, budget_reset_at: '2026-05-02 00:00:00' },
      vertex: { budget_limit: null, time_period: null, spend: 4, budget_reset_at: null },
    };
    expect(answer('/provider/budgets', { providers })!.budgets).toMatchObject([
      { subject: 'provider', name: 'openai', usedUsd: 4, limitUsd: 10, windowMinutes: 1_440 },
    ]);
  });

  it('knows when an answer has another shape', () => {
    for (const { read } of questions) {
      expect(read({ error: 'no' })).toBeNull();
      expect(read('text')).toBeNull();
    }
  });

  it('never throws, whatever an answer is', () => {
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(fc.constantFrom(...Object.keys(row)), fc.jsonValue()),
        (value, part) => {
          for (const { read } of questions) read(value);
          answer('/spend/logs', [{ ...row, ...part }, value]);
          litellmProxy.readCallback(JSON.stringify([{ ...row, ...part }, value]));
          litellmProxy.readWebhook(JSON.stringify({ event: 'budget_crossed', ...part }));
        },
      ),
    );
  });
});

describe('what LiteLLM posts', () => {
  const payload = {
    ...{ id: 'chatcmpl-2', model: 'claude-opus-4-8', custom_llm_provider: 'anthropic', response_cost: 0.1 },
    ...{
      prompt_tokens: 12,
      completion_tokens: 34,
      startTime: 1_777_626_000.5,
      endTime: 1_777_626_003,
      cache_hit: null,
    },
    messages: [{ role: 'user', content: 'a secret prompt' }],
    response: { choices: ['a secret answer'] },
    metadata: {
      user_api_key_user_id: 'ada',
      user_api_key_team_alias: 'weavers',
      user_api_key_hash: '88dc28d0f030c55e',
    },
    hidden_params: { additional_headers: { 'llm_provider-request-id': 'req_011CtestRequest000001' } },
  };

  it.each([
    ['one', JSON.stringify(payload), 1],
    ['an array', JSON.stringify([payload, payload]), 2],
    ['lines', `${JSON.stringify(payload)}\n${JSON.stringify(payload)}\n`, 2],
  ])('is read as %s, without prompts and answers', (_name, text, count) => {
    const reading = litellmProxy.readCallback(text)!;
    expect(reading.uses).toHaveLength(count);
    expect(reading.uses[0]).toMatchObject({
      ...{ id: 'chatcmpl-2', atMs: 1_777_626_003_000, user: 'ada', team: 'weavers', key: '88dc28d0f030' },
      ...{ providerRequestId: 'req_011CtestRequest000001', costUsd: 0.1 },
    });
    expect(JSON.stringify(reading)).not.toContain('secret');
  });

  it('is refused when it is not JSON', () => {
    expect(litellmProxy.readCallback('no')).toBeNull();
    expect(litellmProxy.readCallback('7')).toBeNull();
    expect(litellmProxy.readWebhook('[]')).toBeNull();
    expect(litellmProxy.readWebhook('{}')).toBeNull();
  });

  it.each([
    [
      'key',
      { event_group: 'key', token: 'hash', key_alias: 'laptop' },
      { subject: 'key', name: 'hash', label: 'laptop' },
    ],
    ['user', { event_group: 'internal_user', user_id: 'ada' }, { subject: 'user', name: 'ada' }],
    ['team', { event_group: 'team', team_id: 't1', team_alias: 'weavers' }, { subject: 'team', label: 'weavers' }],
    ['customer', { event_group: 'customer', customer_id: 'c1' }, { subject: 'customer', name: 'c1' }],
  ])('tells the budget of a %s', (_name, message, budget) => {
    const text = JSON.stringify({
      event: 'budget_crossed',
      spend: 51,
      max_budget: 50,
      user_email: 'x@y.z',
      ...message,
    });
    const { budgets } = litellmProxy.readWebhook(text)!;
    expect(budgets).toMatchObject([{ ...budget, usedUsd: 51, limitUsd: 50 }]);
    expect(JSON.stringify(budgets)).not.toContain('x@y.z');
  });
});
