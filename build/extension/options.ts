import { sites } from '../../shared/activity/site-table.ts';
import { parseAgentAddress } from './agent.ts';
import { chromeApi } from './chrome-api.ts';
import { element } from './dom.ts';
import { toOrigin } from './manifest.ts';
import { keep, readMemory } from './memory.ts';
import { markLanguage, messages } from './messages.ts';

const status = element('p', { class: 'soft' });
status.role = 'status';
const address = element('input');
const token = element('input');
token.type = 'password';
// Neither is text in a language: both run from left to right everywhere.
for (const field of [address, token]) field.dir = 'ltr';

async function saveAgent(): Promise<void> {
  const origin = parseAgentAddress(address.value);
  if (origin === null) {
    status.textContent = messages.badAddress;
    return;
  }
  address.value = origin;
  await keep({ agent: { address: origin, token: token.value.trim() } });
  await chromeApi.runtime.sendMessage('send').catch(() => undefined);
  await draw();
}

/** The person's own sites, which the agent has named and for which the browser has not granted permission yet. */
async function findHidden(domains: readonly string[]): Promise<readonly string[]> {
  const listed = new Set(sites.map(({ domain }) => domain));
  const own = domains.filter((domain) => !listed.has(domain));
  const isAllowed = await Promise.all(
    own.map((domain) => chromeApi.permissions.contains({ origins: [toOrigin(domain)] }).catch(() => true)),
  );
  return own.filter((_domain, index) => !isAllowed[index]);
}

async function draw(): Promise<void> {
  const { agent, sending, counts, config } = await readMemory();
  address.value = agent.address;
  token.value = agent.token;
  status.textContent = messages.sending(sending, counts.waiting.length, Date.now());
  const hidden = await findHidden(config.domains);
  const save = element('button', { text: messages.save });
  save.type = 'submit';
  const form = element(
    'form',
    {},
    element('label', { text: messages.address }, address),
    element('label', { text: messages.token }, token),
    element('p', { class: 'soft small', text: messages.tokenHint }),
    save,
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void saveAgent();
  });
  const allow = element('button', { text: messages.allow });
  allow.addEventListener('click', () => {
    void chromeApi.permissions.request({ origins: hidden.map(toOrigin) }).then(() => draw());
  });
  document.body.replaceChildren(
    element(
      'main',
      {},
      element('h1', { text: messages.name }),
      ...(hidden.length === 0
        ? []
        : [element('div', { class: 'notice' }, element('p', { text: messages.ownSites(hidden) }), allow)]),
      form,
      status,
      element('p', { class: 'soft small foot', text: messages.privacy }),
    ),
  );
}

markLanguage(document.documentElement);
document.title = messages.name;
await draw();
