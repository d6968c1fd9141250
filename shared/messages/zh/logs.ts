import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** Reading the logs: progress, the folders, and what to do where there are none. */
export function createLogs(format: Formats): Translation['logs'] {
  return {
    scan: {
      starting: '正在启动',
      searching: '正在查找日志',
      scanning: (percent) => `正在读取日志，${format.percent(percent)}`,
      live: '实时',
      following: '实时，由另一个 Fuelgauge 读取',
      paused: '已暂停',
      failed: '未在读取',
      title: '正在读取您的日志',
      progress: '正在读取日志',
      filesAndBytes: (filesDone, filesTotal, bytesDone, bytesTotal) =>
        `文件 ${format.integer(filesDone)} / ${format.integer(filesTotal)}，` +
        `${format.bytes(bytesDone)} / ${format.bytes(bytesTotal)}`,
      note: '读取日志期间数字会增长。任何数据都不会离开本机。',
    },
    sources: {
      title: 'Fuelgauge 查找日志的位置',
      missing: '不存在',
      unreadable: '无法读取；请检查权限',
      asleep: '待其系统运行时再读取',
      empty: '没有日志',
      files: (files, bytes) => `${format.integer(files)} 个文件，${format.bytes(bytes)}`,
      noFolder: '在此系统上不可用',
      absent: (labels) => `未找到：${format.list(labels)}`,
    },
    none: {
      title: '还没有找到用量',
      text: '使用其中任一智能体后，数据会自动显示在这里。如果日志在其他位置，请添加该文件夹。',
      addFolder: '添加文件夹…',
      rescan: '重新扫描',
    },
  };
}
