import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkPage, checkTerms } from '../../src/guides/check-terms.ts';
import { glossaryLanguages, readGlossary } from '../../src/guides/glossary.ts';
import { groupByName, readDocs, readInstructions } from '../../src/guides/guide-files.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const pages = groupByName([...(await readDocs(root)), ...(await readInstructions(root))]);
const glossary = await readGlossary(root);

describe('words of the guides and labs', () => {
  it.each([...pages])('%s keeps to the glossary and the style sheet', (name, translations) => {
    expect(checkTerms(new Map([[name, translations]]), glossary, 'en')).toEqual([]);
  });
});

describe('definitions of the glossary', () => {
  const defined = glossary.terms.filter(({ definition }) => definition);

  it.each(defined.map((term) => [term.id, term] as const))('%s keeps to the glossary and the style sheet', (_, { definition, note }) => {
    for (const language of glossaryLanguages) {
      const source = `${definition![language]}\n\n${note?.[language] ?? ''}`;
      expect(checkPage({ file: 'content/glossary.json', source }, language, glossary)).toEqual([]);
    }
  });

  it.each(defined.map((term) => [term.id, term] as const))('%s has the same code in every language', (_, { definition }) => {
    const [english, ...others] = glossaryLanguages.map((language) => [...new Set(definition![language].match(/`[^`]+`/g) ?? [])].sort());
    for (const other of others) expect(other).toEqual(english);
  });
});
