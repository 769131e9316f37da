/** Where a file of the site belongs: its groups; `none` for what is never kept; undefined for what nobody has thought of. */
export type Grouping = readonly string[] | 'none' | undefined;

/** What the grouping has to know of the search index: the languages, and those among them that have no stemmer of their own. */
export interface SearchLanguages {
  readonly all: readonly string[];
  readonly withoutStemmer: readonly string[];
}

const shell: readonly RegExp[] = [
  /^(?:index|404|away\/index)\.html$/,
  /^favicon\.svg$/,
  /^icons\/[\w-]+\.png$/,
  /^_astro\/[^/]+\.(?:css|woff2|svg|png|webp)$/,
  /^pagefind\/pagefind(?:-worker|-entry)?\.(?:js|json)$/,
];

/** What the browser keeps itself, what only a disk needs, what only other sites and robots read. */
const notKept: readonly RegExp[] = [/^sw\.js$/, /^offline-files\.json$/, /^from-disk\//, /^social\.png$/, /^sitemap-[\w-]+\.xml$/, /^robots\.txt$/];

/** The groups of a file by its path from the root of the site. */
export function groupsOf(path: string, languages: SearchLanguages): Grouping {
  if (notKept.some((pattern) => pattern.test(path))) return 'none';
  if (shell.some((pattern) => pattern.test(path))) return ['shell'];
  if (/^_astro\/[^/]+\.js$/.test(path)) return ['code'];
  const language = path.split('/', 1)[0]!;
  if (languages.all.includes(language)) return [language];
  return path.startsWith('pagefind/') ? groupsInIndex(path.slice('pagefind/'.length), languages) : undefined;
}

function groupsInIndex(file: string, { all, withoutStemmer }: SearchLanguages): Grouping {
  const [, stemmer] = /^wasm\.(\w+)\.pagefind$/.exec(file) ?? [];
  if (stemmer === 'unknown') return withoutStemmer.length > 0 ? withoutStemmer : 'none';
  const [, indexed] = /^(?:pagefind\.|fragment\/|index\/|filter\/)(\w+?)_\w+\.pf_\w+$/.exec(file) ?? [];
  const language = stemmer ?? indexed;
  return language !== undefined && all.includes(language) ? [language] : undefined;
}
