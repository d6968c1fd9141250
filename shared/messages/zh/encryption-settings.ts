import type { NameState } from '../../domain/name-encryption.ts';
import type { SecretPlace } from '../../ports/secret-store.ts';
import type { Formats } from '../format/formats.ts';

/** Whether the names in the ledger are encrypted, and what to know before that changes. */
export function createEncryptionSettingsMessages(format: Formats) {
  return {
    title: '加密',
    label: '账本中的名称',
    hint: '可以加密项目、分支、账户、设备和日志文件的名称。数字、智能体和模型仍可读取。',
    on: '已加密',
    off: '未加密',
    locked: '缺少密钥',
    facts: {
      none: '还没有账本。',
      plain: '名称以明文保存。能读取账本或其备份的人也能读到它们。',
      sealed: '名称已加密。没有密钥也能读取合计，但读不到名称。',
      unwiped: '名称已加密。在下一个写入程序有空间重写文件之前，文件中可能仍有旧名称。',
      locked: '名称已加密，但密钥缺失或不正确。合计照常显示，不会写入任何内容。',
    } satisfies Readonly<Record<NameState, string>>,
    keys: {
      environment: '密钥是环境变量 FUELGAUGE_DB_KEY。',
      keychain: '密钥在钥匙串中。',
      'plain-keychain': '密钥在 secrets.json 中，没有钥匙串保护。',
      file: '密钥在账本旁的 secrets.json 中，只有您能读取。它保护的是账本的副本，而不是此文件夹。',
    } satisfies Readonly<Record<SecretPlace, string>>,
    howOn: '要加密，请在终端中运行以下命令。它会生成密钥并存入账本旁的 secrets.json。',
    commands: { on: 'fuelgauge encryption on', off: 'fuelgauge encryption off' },
    quitFirst: '请先退出 Fuelgauge：只有没有其他程序打开账本时才会转换名称。合计不变。',
    loss: '请在别处保留一份密钥副本。一旦丢失，日志中已不存在的名称将无法找回；合计不受影响。',
    notCovered: '设置、导入的文件、代理的报告和过去的提醒仍可读取。',
    setAside: (count: number): string => `${format.integer(count)} 个被移到一旁的账本仍包含旧名称。`,
  };
}
