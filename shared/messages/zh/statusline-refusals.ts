import type { StatuslineRefusal } from '../../domain/statusline-install.ts';

const refusals: Readonly<Record<StatuslineRefusal, string>> = {
  'not-json': '设置不是有效的 JSON 对象。请改正文件后重试。',
  'not-understood': '设置中的状态行是 Fuelgauge 不认识的形式，因此未作更改。',
  'read-only': '设置文件是只读的。请使其可写后重试。',
  'not-readable': '无法将设置文件读取为文本。',
  'not-written': '无法写入文件。未作任何更改。',
  changed: '设置在同一时刻发生了变化。未写入任何内容；请重试。',
  'no-program': 'PATH 中既没有 Node 20 或更新版本，也没有能绘制此行的 fuelgauge 命令。',
  'not-installed': '未安装此状态行，因此没有可移除的内容。',
  elsewhere: '另一个 Fuelgauge 已写入它的状态行。请在那里卸载，或用 --replace 接管。',
  unavailable: '无法从这里管理状态行。',
};

/** Why the status line was not changed. */
export const describeStatuslineRefusal = (refusal: StatuslineRefusal): string => refusals[refusal];
