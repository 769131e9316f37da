import { changeTags } from './page-tags.ts';

/** The way from a file to the root of the site: `./`, `../`, `../../`. */
export function rootFrom(file: string): string {
  return '../'.repeat(file.split('/').length - 1) || './';
}

/** A page whose addresses count from `root`; `<html data-root>` tells scripts the same. Text, scripts and comments stay as they are. */
export function relativePage(html: string, root: string): string {
  return changeTags(html, (element, name) => relativeTag(element, name, root)).replace(/<html\b/, `<html data-root="${root}"`);
}

const addresses = /(\s(?:href|src|poster|action)\s*=\s*["'])\/(?!\/)/g;
/** Attributes that hold an address in one element and something else in others. */
const moreAddresses: Readonly<Record<string, RegExp>> = { option: /(\svalue\s*=\s*["'])\/(?!\/)/g, meta: /(\scontent\s*=\s*["'])\/(?!\/)/g };

function relativeTag(element: string, name: string, root: string): string {
  const relative = element.replace(addresses, `$1${root}`);
  const more = moreAddresses[name];
  return more ? relative.replace(more, `$1${root}`) : relative;
}

/** Only addresses in `url(…)` that count from the host's root need a change. */
export function relativeSheet(css: string, root: string): string {
  return css.replace(/url\((['"]?)\/(?!\/)/g, `url($1${root}`);
}
