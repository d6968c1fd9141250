import type { Translation } from '../translation.ts';

/** The dashboard in a browser. */
export const web: Translation['web'] = {
  now: '现在',
  more: '更多',
  offline: (age) => `服务器没有响应。显示的是 ${age}前的数据。`,
  offlineEmpty: '服务器没有响应，也没有之前的数据。',
  connecting: '正在连接…',
  refused: '此服务器需要令牌',
  refusedText: '请扫描“fuelgauge token pair”或应用设置中显示的二维码，或在此输入令牌。令牌只保存在此浏览器中。',
  token: '访问令牌',
  wrongToken: '服务器不接受此令牌。',
  usedCode: '此配对码已被使用或已过期。请获取新的。',
  readOnly: '此浏览器只能查看，不能更改。更改需要范围为“admin”的令牌。',
  push: {
    title: '此浏览器',
    label: '在此设备上接收提醒',
    hint: '关闭此页面时也会收到。提醒经由浏览器的推送服务，该服务无法读取其内容。',
    states: {
      unsupported: '此浏览器无法在此接收提醒。需要使用受信任证书的 HTTPS；在 iPhone 上，请先将此页面添加到主屏幕。',
      unpaired: '请先用二维码或令牌配对此浏览器，以便日后可以关闭提醒。',
      denied: '浏览器阻止了此页面的通知。请在浏览器的网站设置中允许。',
      unavailable: '无法连接浏览器的推送服务。',
      full: '接收提醒的设备和渠道已达上限。请在应用的设置中移除一个渠道，或用“fuelgauge token revoke”吊销不再使用的设备的令牌。',
      failed: '未能成功。请稍后再试。',
    },
  },
  description: 'AI 编程智能体的限额还剩多少，消耗有多快。',
};
