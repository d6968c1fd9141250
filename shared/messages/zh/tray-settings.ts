import type { Translation } from '../translation.ts';

/** What stands at the tray icon, and the keys that open the popover. */
export const trayAndKeys: NonNullable<Translation['settings']>['trayAndKeys'] = {
  title: '托盘图标和按键',
  text: '托盘图标旁的数值',
  textHint: '最先让您停下的限额的数值，与弹出面板一致：剩余或已用。托盘放不下文字时，它会代替图标。',
  texts: {
    none: '仅图标',
    number: '今天的 token',
    percent: '百分比',
    countdown: '距重置的时间',
    'two-lines': '百分比和时间',
  },
  when: '显示数值',
  times: { always: '始终', near: '仅在接近限额时' },
  preview: '显示效果（虚构数值）',
  states: { normal: '正常', warning: '接近限额', critical: '达到限额' },
  looksLike: (system, state, figure) => `${system}，${state}：${figure}`,
  icons: '托盘图标',
  iconsHint: '每个账户一个时，图标上的字母表示所属账户；没有限额的账户不显示图标。',
  iconCounts: { one: '一个', accounts: '每个账户一个' },
  gauge: '悬浮仪表',
  gaugeHint:
    '始终置顶的小窗口，显示最先让您停下的限额。可拖到任意位置；点击打开 Fuelgauge。在 Wayland 上，请在其菜单（Alt+Space）中选择“置顶”。',
  gaugeOpacity: '仪表的不透明度',
  gaugeOpacityHint: '适用于 macOS 和 Windows。',
  shortcut: '打开 Fuelgauge 的按键',
  shortcutHint: '在任何程序中都有效，再按一次即关闭。默认未设置。',
  noShortcut: '无',
  record: '请按下按键…',
  recordHint: 'Esc 取消，Backspace 清除按键。',
  remove: '清除按键',
  badShortcut: '请将 Ctrl、Alt 或 Command 键与字母、数字或功能键一起按下。',
};
