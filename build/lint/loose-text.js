/**
 * Refuses text for people outside `shared/messages`: it could not be translated, and could not be read and corrected
 * in one place. What counts as such text: letters in a Svelte template or in an attribute that is shown or read aloud; a string
 * with at least two words; a string that begins with a capital letter under a name such as `label`; a string that a
 * template shows, also as one branch of an expression.
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
/** They search in text written by others. */
const searchMethods =
  /^(startsWith|endsWith|includes|indexOf|match|matchMedia|replace|replaceAll|split|querySelector|querySelectorAll)$/;

/** Text that only the log shows, errors that mean a bug, style names, and search terms. */
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

/** The outermost of the expressions that have this value: a branch, an alternative, a part of a sum. */
function outermost(node) {
  const { parent } = node;
  const hasItsValue =
    (parent.type === 'ConditionalExpression' && parent.test !== node) ||
    parent.type === 'LogicalExpression' ||
    (parent.type === 'BinaryExpression' && parent.operator === '+');
  return hasItsValue ? outermost(parent) : node;
}

function isShownProperty(node) {
  const { parent } = node;
  if (parent.type === 'AssignmentExpression') {
    return (
      parent.right === node &&
      (shownProperties.test(nameOf(parent.left)) || /^(textContent|innerText)$/.test(nameOf(parent.left)))
    );
  }
  if (parent.type !== 'Property' || parent.value !== node) return false;
  const key = parent.computed ? undefined : (parent.key.name ?? parent.key.value);
  return typeof key === 'string' && shownProperties.test(key);
}

/** Whether a template shows this value as text or in an attribute. */
function isShownByTemplate({ parent }) {
  if (parent.type !== 'SvelteMustacheTag') return false;
  const holder = parent.parent;
  return holder.type === 'SvelteAttribute'
    ? shownAttributes.test(holder.key.name)
    : /Element|Block|Fragment/.test(holder.type);
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
        const whole = outermost(node);
        const isShown =
          (isShownProperty(whole) && /^\p{Lu}/u.test(node.value)) ||
          (isShownByTemplate(whole) && letters.test(node.value));
        if ((isShown || words.test(node.value)) && !isForDevelopers(node)) report(node, node.value);
      },
      TemplateLiteral(node) {
        // An expression counts as one word.
        const text = node.quasis.map((quasi) => quasi.value.cooked ?? '').join('xx');
        if (node.parent.type === 'TaggedTemplateExpression' || usageSyntax.test(text) || isForDevelopers(node)) return;
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
