import { createECDH } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { encryptPush, maxPushBytes } from '../../../../../../main/node/channels/web-push/encrypt.ts';
import { createPushClient } from '../../../../../support/push-client.ts';

const decode = (text: string): Buffer => Buffer.from(text, 'base64url');
const keysOf = ({ subscription: { keys } }: ReturnType<typeof createPushClient>) => {
  return { p256dh: decode(keys.p256dh), auth: decode(keys.auth) };
};

describe('the encryption of a push', () => {
  // https://www.rfc-editor.org/rfc/rfc8291#appendix-A
  it('gives the bytes of the example in RFC 8291', async () => {
    const sender = createECDH('prime256v1');
    sender.setPrivateKey(decode('yfWPiYE-n46HLnH0KqZOF1fJJU3MYrct3AELtAQ-oRw'));
    const encrypted = await encryptPush(
      Buffer.from('When I grow up, I want to be a watermelon'),
      {
        p256dh: decode('BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4'),
        auth: decode('BTBZMqHH6r4Tts7J_aSIgg'),
      },
      { salt: decode('DGv6ra1nlYgDCS1FRnbzlw'), sender },
    );
    expect(encrypted.toString('base64url')).toBe(
      'DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN',
    );
  });

  it('is new each time, and read by its browser alone', async () => {
    const [one, other] = [createPushClient(), createPushClient()];
    const longest = Buffer.alloc(maxPushBytes, 'ä');
    const [first, second] = [await encryptPush(longest, keysOf(one)), await encryptPush(longest, keysOf(one))];
    expect(first.length).toBe(4_096);
    expect(first.equals(second)).toBe(false);
    expect(one.decrypt(first)).toBe(longest.toString('utf8'));
    expect(() => other.decrypt(first)).toThrow();
  });
});
