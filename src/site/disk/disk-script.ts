import type * as lab from '../lab/open-lab.ts';
import type * as search from './disk-search.ts';

/** What the scripts of `from-disk/` leave behind. */
declare global {
  var diskLab: typeof lab | undefined;
  var diskSearch: typeof search | undefined;
}

/** Was the page opened from a disk (`file://`)? Browsers load no modules and fetch nothing there, but they run classic scripts. */
export const isOnDisk = (): boolean => location.protocol === 'file:';

/** Runs a classic script of `from-disk/`, once it is needed. Rejects where the file is not there. */
export function runDiskScript(name: string): Promise<void> {
  const script = document.createElement('script');
  script.src = new URL(`${document.documentElement.dataset.root ?? './'}from-disk/${name}`, document.baseURI).href;
  return new Promise((resolve, reject) => {
    script.addEventListener('load', () => resolve());
    script.addEventListener('error', () => reject(new Error(`there is no ${script.src}`)));
    document.head.append(script);
  });
}
