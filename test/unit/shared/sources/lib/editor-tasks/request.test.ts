import { describe, expect, it } from 'vitest';
import { parseTaskRequest, toInclusiveUsage } from '../../../../../../shared/sources/lib/editor-tasks/request.ts';

const numbers = '"tokensIn":12,"tokensOut":3,"cacheWrites":0,"cacheReads":5,"cost":0.01}';

function parse(text: string) {
  return parseTaskRequest({ ts: 1_777_885_200_000, type: 'say', say: 'api_req_started', text });
}

describe('parseTaskRequest', () => {
  it('finds the numbers after a request whose middle is missing', () => {
    const tokens = { tokensIn: 12, tokensOut: 3, cacheWrites: 0, cacheReads: 5 };
    const quoted = JSON.stringify('{"tokensIn":99,"cost":7}').slice(1, -1);
    for (const text of [
      `{"request":"Weave \\${quoted} on",${numbers}`,
      `{"request":"${quoted}\\nWeave",${numbers}`,
      `{"request":"Weave\\" broken \\u12",${numbers}`,
    ]) {
      expect(parse(text)).toMatchObject({ tokens, costMicroUsd: 10_000 });
    }
  });

  it('takes neither model nor folder from what somebody wrote in the request', () => {
    const details = '<environment_details>\n# Current Workspace Directory (/home/ada) Files\n<model>gpt-5.4</model>';
    const request = (text: string) => parse(`{"request":${JSON.stringify(text)},${numbers}`);
    expect(request(`<model>fake</model> ${details}`)).toMatchObject({ model: 'gpt-5.4', project: '/home/ada' });
    expect(request('<model>fake</model>')).toMatchObject({ model: null, project: null });
    expect(request(`<environment_details><model>fake</model>${details}`)).toMatchObject({ model: 'gpt-5.4' });
    expect(request('<environment_details><model>no name, but a sentence</model>')).toMatchObject({ model: null });
  });

  it('says nothing while there are no numbers, and what is wrong with a damaged text', () => {
    expect(parse('{"request":"Weave"}')).toBeNull();
    expect(parse('{"request":"Wea')).toBe('not-json');
    expect(parse(`{"request":"Weave","tokensIn":-1}`)).toMatchObject({ tokens: null });
    expect(parseTaskRequest({ type: 'ask', say: 'api_req_started', text: `{${numbers}` })).toBeNull();
    expect(parseTaskRequest({ type: 'say', say: 'toString', text: `{${numbers}` })).toBeNull();
  });
});

describe('toInclusiveUsage', () => {
  it.each([
    [{ tokensIn: 100, tokensOut: 1, cacheWrites: 20, cacheReads: 30 }, 50],
    [{ tokensIn: 50, tokensOut: 1, cacheWrites: 20, cacheReads: 30 }, 0],
    [{ tokensIn: 49, tokensOut: 1, cacheWrites: 20, cacheReads: 30 }, 49],
  ])('%j has %i fresh tokens', (tokens, inputTokens) => {
    expect(toInclusiveUsage(tokens)).toMatchObject({ inputTokens, cacheCreation5mTokens: 20, cacheReadTokens: 30 });
  });
});
