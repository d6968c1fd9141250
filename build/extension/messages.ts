import { createExtensionMessages } from '../../shared/messages/en/extension.ts';
import { createFormats } from '../../shared/messages/format/formats.ts';

/** Every sentence of the extension's pages; numbers as the browser's language writes them. */
export const messages = createExtensionMessages(createFormats(navigator.language));
