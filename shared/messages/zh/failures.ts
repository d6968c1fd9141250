import type { ProbeFailure, ReadFailure } from '../../domain/failures.ts';

const readFailures: Readonly<Record<Exclude<ReadFailure, `error:${string}`>, string>> = {
  'no-permission': '没有读取权限',
  'link-loop': '链接形成循环',
  'parent-not-a-folder': '路径中有一部分不是文件夹',
  'is-a-folder': '它是文件夹，不是文件',
  'other-file-system': '链接指向另一个磁盘；请在设置中添加该文件夹',
  'special-file-system': '它不是普通文件夹：内容由系统生成',
  'damaged-database': '它已损坏，或不是数据库',
  'incomplete-json': 'JSON 不完整',
  'too-large': '太大，无法读取',
  'not-a-file': '它不是普通文件',
  'too-deep': '嵌套太深',
  locked: '被其他程序锁定',
  'too-many-open-files': '打开的文件过多',
  'disk-error': '磁盘无法读取它',
  'path-too-long': '路径太长',
  'damaged-compression': '压缩数据已损坏',
  'unknown-source': '它不属于任何已知的智能体',
  unknown: '原因未知',
};

/** Why a record was skipped. */
export const skipReasons = {
  'not-json': '不是 JSON',
  'not-a-record': '不是记录',
  'no-timestamp': '没有时间',
  'no-model': '没有模型',
  'bad-usage': '数值不可能',
  'empty-usage': '没有用量',
  'bad-limit': '限额的值不可能',
  'not-joined': '无法与日志对应的遥测数据；“fuelgauge reconcile”可作比较',
};

/** Why a file or folder could not be read, as a clause. */
export function describeReadFailure(failure: ReadFailure): string {
  if (failure in readFailures) return readFailures[failure as keyof typeof readFailures];
  return `系统报告 ${failure.replace('error:', '')}`;
}

/** Why the processes could not be listed, as a clause. */
export function describeProbeFailure(failure: ProbeFailure): string {
  switch (failure.kind) {
    case 'cannot-run':
      return `无法运行 ${failure.program}`;
    case 'unreadable-output':
      return `无法理解 ${failure.program} 的输出`;
    case 'failed':
      return `${failure.program} 失败，退出码 ${failure.exitCode}`;
    case 'timed-out':
      return `${failure.program} 未在 ${Math.round(failure.timeoutMs / 1_000)} 秒内完成`;
    case 'other':
      return failure.detail;
  }
}
