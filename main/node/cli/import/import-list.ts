import { toContractJson, type Answer } from '../command.ts';
import type { Client, HostContract } from '../../../../shared/contract/index.ts';
import { messages } from '../messages.ts';
import { wrapText } from '../output/page.ts';
import { formatTable } from '../output/table.ts';

const { imports: texts } = messages.cli;

/** The files of other tools on this machine that can be imported. */
export async function listImports(client: Client<HostContract>): Promise<Answer> {
  const found = await client.call('findImports');
  return {
    json: () => toContractJson('findImports', found),
    *text(page) {
      if (found.length === 0) return yield wrapText(page, texts.nothingFound);
      const heads = [texts.heads.tool, texts.heads.holds, texts.heads.file].map((head) => ({ head }));
      yield* formatTable(page, heads, { rows: found.map(({ tool, kind, file }) => [tool, texts.kinds[kind], file]) });
      yield wrapText(page, texts.howToImport);
    },
  };
}
