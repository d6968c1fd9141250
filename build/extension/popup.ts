import { chromeApi } from './chrome-api.ts';
import { element } from './dom.ts';
import { toLocalDay } from './local-day.ts';
import { readMemory, type Memory } from './memory.ts';
import { markLanguage, messages } from './messages.ts';
import { toPopupModel } from './popup-model.ts';

function draw(memory: Memory): void {
  const nowMs = Date.now();
  const { rows, activeMs, costMicroUsd, requests, waiting } = toPopupModel(memory, toLocalDay(nowMs));
  const table = element('table');
  for (const row of rows) {
    table.append(
      element(
        'tr',
        {},
        element('th', {}, element('bdi', { text: row.domain })),
        element('td', { text: messages.duration(row.activeMs) }),
        element('td', { class: 'soft small', text: messages.visits(row.visits) }),
        element('td', { class: 'soft small', text: messages.cost(row.costMicroUsd) }),
      ),
    );
  }
  const options = element('button', { text: messages.options });
  options.addEventListener('click', () => void chromeApi.runtime.openOptionsPage());
  const sum = element('p', { class: 'sum', text: messages.sum(activeMs, costMicroUsd) });
  const guess = element('p', { class: 'soft small', text: messages.guess });
  document.body.replaceChildren(
    element(
      'main',
      {},
      element('div', { class: 'head' }, element('h1', { text: messages.today }), ...(rows.length === 0 ? [] : [sum])),
      rows.length === 0 ? element('p', { text: messages.nothing }) : table,
      ...(requests > 0 ? [element('p', { text: messages.requests(requests) })] : []),
      element(
        'div',
        { class: 'foot' },
        ...(rows.length === 0 ? [] : [guess]),
        element('p', { class: 'soft small', text: messages.sending(memory.sending, waiting, nowMs) }),
      ),
      options,
    ),
  );
}

markLanguage(document.documentElement);
document.title = messages.name;
draw(await readMemory());
// What was counted up to now, and whether it arrives.
await chromeApi.runtime.sendMessage('send').catch(() => undefined);
draw(await readMemory());
