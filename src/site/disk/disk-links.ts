import { isOnDisk } from './disk-script.ts';

/** The page that a web server gives for a folder; on a disk the browser would list the folder's files. */
export function withIndexPage(address: string): string {
  const [, path = '', rest = ''] = /^([^?#]*)(.*)$/s.exec(address) ?? [];
  return path.endsWith('/') ? `${path}index.html${rest}` : address;
}

/** Where a script of the page may lead the reader: the address itself on a host, its page on a disk. */
export const pageAddress = (address: string): string => (isOnDisk() ? withIndexPage(address) : address);

/**
 * On a disk, lets every link to a folder lead to the folder's page, those that scripts made included: a link is looked at when the reader
 * comes near it, by pointer, finger or keyboard, so that opening it in another tab leads there as well.
 */
export function mendDiskLinks(): void {
  if (!isOnDisk()) return;
  document.querySelector('link[rel="manifest"]')?.remove(); // Browsers refuse to read it there, and complain.
  for (const type of ['pointerover', 'pointerdown', 'focusin', 'click', 'auxclick', 'contextmenu']) document.addEventListener(type, mend, true);
}

function mend({ target }: Event): void {
  const link = target instanceof Element ? target.closest<HTMLAnchorElement>('a[href]') : null;
  if (link?.protocol === 'file:' && link.href !== withIndexPage(link.href)) link.href = withIndexPage(link.href);
}
