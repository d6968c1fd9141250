import type { ChannelFailure } from '../../domain/channel-failure.ts';

/** Why a channel did not deliver, and what the person can do: a sentence. */
export function describeChannelFailure(failure: ChannelFailure): string {
  switch (failure.kind) {
    case 'no-secret':
      return '缺少密钥。请在设置中输入。';
    case 'bad-address':
      return '地址或模板无效。';
    case 'insecure-address':
      return '地址未加密。请使用 https 或加密的邮件连接。';
    case 'private-address':
      return '地址指向专用网络，此渠道不允许访问。';
    case 'redirected':
      return '服务器指向另一个地址，不会跟随。请直接输入该地址。';
    case 'timed-out':
      return '服务器没有及时响应。';
    case 'unanswered':
      return '服务器响应前连接已断开：提醒可能已送达。';
    case 'expired':
      return '一天内无法连接。';
    case 'unreachable':
      return `无法连接（${failure.code}）。`;
    case 'refused':
      return `服务器拒绝了提醒（${failure.status}）。`;
    case 'program':
      return `程序失败（${failure.code}）。`;
  }
}
