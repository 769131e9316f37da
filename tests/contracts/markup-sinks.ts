/** Where markup is made from a text that the build itself wrote, and how it is kept from ending its element. */
const allowed: Readonly<Record<string, RegExp>> = {
  'src/site/components/PageTexts.astro': /set:html=\{JSON\.stringify\(texts\)\.replaceAll\('<', '\\\\u003c'\)\}/,
};

const sink = /set:html=\{[^}]*\}|set:html=\S+|\.(?:inner|outer)HTML\b|insertAdjacentHTML|document\.write|\son[a-z]+="|javascript:/g;

/** What in a component makes markup or code from a text; the linter does not look into markup. */
export function markupSinks(path: string, text: string): readonly string[] {
  return [...text.matchAll(sink)]
    .map(([found]) => found)
    .filter((found) => !allowed[path]?.test(found))
    .map((found) => `${path}: ${found.trim()}`);
}
