import { expect, it } from 'vitest';
import { joinCharacters } from '../../../../../shared/messages/zh/join-characters.ts';

it('leaves spaces beside figures and Latin words alone', () => {
  expect(joinCharacters('今天 900万 个 token，比重置早 不到 1 分钟')).toBe('今天 900万个 token，比重置早不到 1 分钟');
});
