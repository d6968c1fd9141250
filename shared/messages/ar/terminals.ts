import type { OpenedTerminal, TerminalKind } from '../../domain/terminal.ts';

const names: Readonly<Record<TerminalKind, string>> = {
  tmux: 'tmux',
  kitty: 'kitty',
  wezterm: 'WezTerm',
  iterm: 'iTerm2',
  'mac-terminal': 'Terminal',
  'windows-terminal': 'Windows Terminal',
  editor: 'المحرر',
};

/** What has to be allowed first, where a terminal takes no orders from others. */
const permissions: Readonly<Record<TerminalKind, string>> = {
  tmux: 'لم يرد خادمه.',
  kitty: 'عيّن allow_remote_control وlisten_on في kitty.conf، ثم أعد تشغيل kitty.',
  wezterm: 'يجب أن يعرض الأمر «wezterm cli list» جزءه.',
  iterm: 'اسمح لتطبيق Fuelgauge بالتحكم في iTerm2 من إعدادات النظام، الخصوصية والأمن، الأتمتة.',
  'mac-terminal': 'اسمح لتطبيق Fuelgauge بالتحكم في Terminal من إعدادات النظام، الخصوصية والأمن، الأتمتة.',
  'windows-terminal': 'تعذّر إحضار نافذته إلى الأمام.',
  editor: 'تعذّر إحضار نافذته إلى الأمام.',
};

/** What became of the wish to see an agent's terminal. */
export function describeOpenedTerminal({ outcome, terminal, attach }: OpenedTerminal): string {
  const name = terminal === null ? 'الطرفية' : names[terminal];
  switch (outcome) {
    case 'shown':
      return `الجلسة الآن في الأمام، في ${name}.`;
    case 'selected':
      return `الجلسة محددة الآن في ${name}. أحضر النافذة إلى الأمام بنفسك.`;
    case 'window':
      return `النافذة الآن في الأمام (${name}). ابحث فيها عن علامة تبويب الجلسة.`;
    case 'detached':
      return `لا نافذة تعرض جلسة tmux هذه. اتصل بها: ${attach ?? 'tmux attach'}`;
    case 'refused':
      return `لم تُعرض الجلسة (${name}). ${terminal === null ? '' : permissions[terminal]}`.trimEnd();
    case 'unknown':
      return 'تعمل الجلسة خارج أي طرفية يمكن أن يُطلب منها عرضها.';
    case 'gone':
      return 'انتهت الجلسة.';
    case 'not-ours':
      return 'هذه العملية ليست وكيلًا.';
  }
}
