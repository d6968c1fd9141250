import type { Formats } from '../format/formats.ts';
import type { Translation } from '../translation.ts';

/** What is shown once, when Fuelgauge starts for the first time. */
export function createFirstRun(format: Formats): Translation['firstRun'] {
  return {
    title: 'Fuelgauge 找到的内容',
    intro: '它读取智能体保存在本机的日志。不会向任何地方发送数据。',
    found: (files, requests) => `${format.integer(files)} 个文件，${format.integer(requests)} 次请求`,
    scanning: '仍在读取。',
    nothing: '这里还没有智能体的日志。一有就会显示。',
    others: (total) => `另有 ${format.integer(total)} 种智能体未在本机留下日志。`,
    plan: '您使用哪个订阅套餐？',
    planHint: '仅用于估算 5 小时时段。以后也可在设置中选择。',
    noPlan: '无，或不在列表中',
    statusline: (agent) => `在 ${agent} 的提示符下方显示余量`,
    statuslineShow: '显示更改…',
    statuslineChange: (file) => `将更改 ${file}：`,
    statuslineApply: '更改文件',
    statuslineDone: '从下一个提示符起显示。',
    imports: (tool) => `从 ${tool} 导入历史记录`,
    importLook: '预览…',
    importHolds: (requests, firstDay, lastDay) =>
      `${firstDay} 至 ${lastDay} 的 ${format.integer(requests)} 次请求。已计入的不会重复计入。`,
    importEmpty: '其中没有尚未计入的内容。',
    importNow: '导入',
    importDone: '已导入。',
    importFailed: '文件格式未知。未导入任何内容。',
    icon: {
      darwin: '图标在菜单栏中。菜单栏放满时，macOS 会隐藏图标：再次启动 Fuelgauge 即可看到它。',
      win32: 'Windows 会把新图标隐藏在任务栏的 ^ 后面。把它拖到时钟旁即可一直看到。',
      linux: '图标在面板中。GNOME 需要 AppIndicator 扩展才会显示。',
    },
    done: '知道了',
    details: '详情',
  };
}
