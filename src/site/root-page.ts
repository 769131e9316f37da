import { mendDiskLinks, pageAddress } from './disk/disk-links.ts';
import { type Language, languageCodes } from './languages.ts';
import { preferredLanguage, rememberLanguage } from './preferred-language.ts';
import { openStorage } from './storage.ts';

const storage = openStorage();
mendDiskLinks();
if (location.hash !== '#choose') location.replace(pageAddress(new URL(`${preferredLanguage(storage, navigator.languages)}/`, document.baseURI).href));
for (const link of document.querySelectorAll<HTMLAnchorElement>('a[hreflang]')) link.addEventListener('click', () => remember(link.hreflang));

function remember(language: string): void {
  if (languageCodes.includes(language as Language)) rememberLanguage(storage, language);
}
