import { changeTags } from './page-tags.ts';

const styleAttribute = /\sstyle=(?:"([^"]*)"|'([^']*)')/;
const classAttribute = /(\sclass=)(?:"([^"]*)"|'([^']*)'|([^\s"'<>]+))/;

/**
 * Turns every `style` attribute of a page into a class, and brings the rules in a style sheet of the page's own: a policy that forbids
 * styles in attributes cannot tell ours from those of an attacker. The same style gets the same class, in the order of their first use.
 */
export function stylesAsClasses(html: string): string {
  const classes = new Map<string, string>();
  const page = changeTags(shortcutByAttribute(html), (element) => {
    const [whole, double, single] = styleAttribute.exec(element) ?? [];
    if (whole === undefined) return element;
    const style = (double ?? single ?? '').replaceAll('&quot;', '"').replaceAll('&amp;', '&').replace(/;\s*$/, '');
    if (!classes.has(style)) classes.set(style, `st-${classes.size}`);
    return withClass(element.replace(whole, ''), classes.get(style) ?? '');
  });
  if (classes.size === 0) return page;
  // Twice the class: it wins against the rules of style sheets, as the attribute did.
  const rules = [...classes].map(([style, name]) => `.${name}.${name}{${style}}`).join('');
  return page.replace('</head>', () => `<style>${rules}</style></head>`);
}

function withClass(element: string, name: string): string {
  if (classAttribute.test(element)) return element.replace(classAttribute, (_, start, double, single, bare) => `${start}"${double ?? single ?? bare} ${name}"`);
  return element.replace(/\s*\/?>$/, (end) => ` class="${name}"${end}`);
}

/** Starlight hides the key of its search by an attribute that its script takes away: a class would stay. */
function shortcutByAttribute(html: string): string {
  if (!html.includes(hiddenKey)) return html;
  if (!html.includes(showKey)) throw new Error(`expected ${showKey}: Starlight's search has changed`);
  return html.replaceAll(hiddenKey, ' hidden').replace(showKey, 'shortcut.hidden = false');
}

const hiddenKey = ' style="display: none;"';
const showKey = "shortcut.style.display = ''";

/** Expressive Code colours what has a style of its own; after the build that is what has a class of ours. */
export const tokenRules = (css: string): string => css.replaceAll("span[style^='--']:not([class])", "span[class^='st-']");
