/**
 * Search engines want the addresses of a page's other languages in full, with the host. A site that can be put anywhere learns its host in the
 * browser, so they are written out there.
 */
export function completeAlternates(page: ParentNode): void {
  for (const link of page.querySelectorAll<HTMLLinkElement>('link[rel="alternate"][hreflang]')) link.setAttribute('href', link.href);
}
