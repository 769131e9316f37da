import { expect, test } from 'vitest';
import { withIndexPage } from '../../../../src/site/disk/disk-links.ts';

test.each([
  ['file:///d/en/', 'file:///d/en/index.html'],
  ['file:///d/en/#part', 'file:///d/en/index.html#part'],
  ['file:///d/en/?a=/b/#/c/', 'file:///d/en/index.html?a=/b/#/c/'],
  ['file:///d/en/index.html#part', 'file:///d/en/index.html#part'],
  ['file:///d/social.png', 'file:///d/social.png'],
])('%s leads to %s', (address, page) => expect(withIndexPage(address)).toBe(page));
