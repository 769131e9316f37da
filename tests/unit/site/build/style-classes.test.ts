import { describe, expect, test } from 'vitest';
import { stylesAsClasses } from '../../../../src/site/build/style-classes.ts';

const head = '<head></head>';
const after = (body: string) => stylesAsClasses(head + body);

describe('style attributes of a page', () => {
  test('become classes, the same for the same style, beside the classes there are', () => {
    expect(after(`<p style="--a:1;"></p><b class="x y" style='--a:1'></b><i style="--b:2" class=z>t</i><br style="--b:2"/>`)).toBe(
      '<head><style>.st-0.st-0{--a:1}.st-1.st-1{--b:2}</style></head><p class="st-0"></p><b class="x y st-0"></b><i class="z st-1">t</i><br class="st-1"/>',
    );
  });

  test('may quote', () => {
    expect(after('<p style="font-family:&quot;A &amp; B&quot;">')).toContain('.st-0.st-0{font-family:"A & B"}');
  });

  test('stay in text, scripts, styles and comments', () => {
    const page = `${head}&lt;p style="a"&gt; style="b"<script>'<p style="c">'</script><!-- <p style="d"> --><style>p{}</style>`;
    expect(stylesAsClasses(page)).toBe(page);
  });

  test('hide the key of the search until its script shows it', () => {
    expect(after(`<kbd style="display: none;"></kbd><script>shortcut.style.display = '';</script>`)).toBe(
      `${head}<kbd hidden></kbd><script>shortcut.hidden = false;</script>`,
    );
  });

  test('are missed when Starlight shows that key in another way', () => {
    expect(() => after('<kbd style="display: none;"></kbd><script>show()</script>')).toThrow('search has changed');
  });
});
