import { namedParts } from '../named-parts.ts';

/** All but those that a page's policy refuses: styles and code in attributes. */
type Attributes = Readonly<Record<string, string | boolean | undefined>> & { readonly style?: never } & { readonly [code: `on${string}`]: never };
type Child = Node | string | undefined;

/** Makes an element with attributes and children; `class` and `aria-…` as in markup. False and undefined leave an attribute out. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) if (value !== undefined && value !== false) made.setAttribute(key, value === true ? '' : value);
  made.append(...children.filter((child) => child !== undefined));
  return made;
}

/** A button that does something. */
export function button(label: string, attributes: Attributes, action: () => void): HTMLButtonElement {
  const made = element('button', { type: 'button', ...attributes }, label);
  made.addEventListener('click', action);
  return made;
}

/** Does something on a click that was meant for no control and selects no text. */
export function onPlainClick(root: HTMLElement, action: () => void): void {
  root.addEventListener('click', ({ target }) => {
    const isControl = target instanceof Element && target.closest('button, a, textarea') !== null;
    if (!isControl && document.getSelection()?.isCollapsed) action();
  });
}

/** The one element that `selector` finds below `root`; its absence is a defect of the markup. */
export function find<E extends Element = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`the page has no ${selector}`);
  return found;
}

/** A sentence whose names, flags and references do not break at a line's end. */
export const sentence = (text: string): readonly Child[] =>
  namedParts(text).map((part) => (part.isName ? element('span', { class: 'lab-name' }, part.text) : part.text));
