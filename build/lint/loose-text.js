/**
 * Refuses text for people outside `shared/messages`: it could not be translated, and could not be read and corrected
 * in one place. What counts as such text: letters in a Svelte template or in an attribute that is shown or read aloud; a string
 * with at least two words; a string that begins with a capital letter under a name such as `label`.
 */

const letters = /\p{L}/u;
const words = /\p{L}{2,}[^\p{L}]*[\s\u00a0]+[^\p{L}]*\p{L}/u;
const shownAttributes =
  /^(title|label|hint|alt|placeholder|text|detail|heading|emptyText|consequence|aria-(label|valuetext|description|roledescription))$/;
const shownProperties = /^(label|title|hint|text|message|body|summary|details|description|heading)$/;
const styleAttributes = /^(class|style)$/;
/** The product's name is the same in every language. */
const productName = 'Fuelgauge';
/** Options and arguments as a command line declares them, e.g. `--since <day>`, `help [command]`. */
const usageSyntax = /^-|^[\w-]+( [[<][\w.]+[\]>])+$/;
/** They look for text that somebody else wrote. */
const searchMethods =
  /^(startsWith|endsWith|includes|indexOf|match|replace|replaceAll|split|querySelector|querySelectorAll)$/;

/** What the log alone shows, errors that mean a bug, names of styles, and text that is looked for. */
function isForDevelopers(node) {
  for (let child = node, parent = node.parent; parent !== null; child = parent, parent = parent.parent) {
    if (parent.type === 'NewExpression' && /Error$/.test(nameOf(parent.callee))) return true;
    if (parent.type === 'CallExpression' && child !== parent.callee) {
      if (isLogging(parent.callee) || searchMethods.test(nameOf(parent.callee))) return true;
    }
    if (parent.type === 'SvelteAttribute' && styleAttributes.test(parent.key.name)) return true;
    if (/Function|Class|Program|SvelteElement/.test(parent.type)) return false;
  }
  return false;
}

function isLogging(callee) {
  return callee.type === 'MemberExpression' && /^(logger|console)$/.test(nameOf(callee.object));
}

function nameOf(node) {
  return node.type === 'MemberExpression' ? (node.property.name ?? '') : (node.name ?? '');
}

function isCode(node) {
  return /^(Import|Export)/.test(node.parent.type) || node.parent.type === 'TSLiteralType';
}

function isShownProperty({ parent }) {
  const key = parent.type === 'Property' && !parent.computed ? (parent.key.name ?? parent.key.value) : undefined;
  return typeof key === 'string' && shownProperties.test(key) && parent.key !== undefined;
}

/** The rule; see above. */
export const looseText = {
  meta: {
    type: 'problem',
    schema: [],
    messages: { loose: 'Text for people belongs in shared/messages: "{{text}}".' },
  },
  create(context) {
    const report = (node, text) =>
      context.report({ node, messageId: 'loose', data: { text: text.trim().slice(0, 60) } });
    return {
      Literal(node) {
        if (typeof node.value !== 'string' || isCode(node)) return;
        if (node.value === productName || usageSyntax.test(node.value)) return;
        const isShown = isShownProperty(node) && node.parent.value === node && /^\p{Lu}/u.test(node.value);
        if ((isShown || words.test(node.value)) && !isForDevelopers(node)) report(node, node.value);
      },
      TemplateLiteral(node) {
        // An expression stands for a word.
        const text = node.quasis.map((quasi) => quasi.value.cooked ?? '').join('xx');
        if (node.parent.type === 'TaggedTemplateExpression' || isForDevelopers(node)) return;
        if (words.test(text) && node.quasis.some((quasi) => /\p{L}{2,}/u.test(quasi.value.cooked ?? ''))) {
          report(node, text.replaceAll('xx', '…'));
        }
      },
      SvelteText(node) {
        if (node.parent.type === 'SvelteStyleElement' || node.parent.type === 'SvelteScriptElement') return;
        if (letters.test(node.value)) report(node, node.value);
      },
      SvelteLiteral(node) {
        const { parent } = node;
        if (parent.type !== 'SvelteAttribute' || styleAttributes.test(parent.key.name)) return;
        const isShown = shownAttributes.test(parent.key.name) && letters.test(node.value);
        if (isShown || (words.test(node.value) && parent.key.name !== 'd' && parent.key.name !== 'viewBox'))
          report(node, node.value);
      },
    };
  },
};
