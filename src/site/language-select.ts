import { pageAddress } from './disk/disk-links.ts';
import { languageCodes } from './languages.ts';
import { rememberLanguage } from './preferred-language.ts';
import { openStorage } from './storage.ts';

/** `<lab-language-select>`: goes to the same page in the language that is picked. Its options stand in the order of `languageCodes`. */
export class LanguageSelect extends HTMLElement {
  connectedCallback(): void {
    const select = this.querySelector('select');
    if (!select) return;
    const here = select.selectedIndex;
    select.addEventListener('change', () => {
      rememberLanguage(openStorage(), languageCodes[select.selectedIndex]!);
      location.href = pageAddress(new URL(select.value, document.baseURI).href);
    });
    // A page that comes back from the browser's cache shows the language it is in, not the one picked when it was left.
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) select.selectedIndex = here;
    });
  }
}
