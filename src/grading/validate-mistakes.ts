import { type MistakeTexts, placeholders } from './messages.ts';
import { allMistakes } from './mistakes/atlas.ts';
import type { Problem } from './validate.ts';

/** What every sentence may name, whatever the mistake asks for. */
const everywhere = ['project', 'user'];

/** What is wrong with the sentences of the atlas: each file against the atlas, and all against the first. Values are what JSON.parse gave. */
export function validateMistakes(byLanguage: Readonly<Record<string, unknown>>): readonly Problem[] {
  const [[reference = '', referenceTexts] = []] = Object.entries(byLanguage);
  const ids = allMistakes.map(({ id }) => id);
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => ({ file: 'src/grading/mistakes', field: id, reason: 'is there twice' }));
  return [...twice, ...Object.entries(byLanguage).flatMap(([language, texts]) => problemsOf(language, texts as MistakeTexts, ids))];

  function problemsOf(language: string, texts: MistakeTexts, wanted: readonly string[]): readonly Problem[] {
    const at = (field: string, reason: string): Problem => ({ file: `content/mistakes/${language}.json`, field, reason });
    return [
      ...wanted.filter((id) => !(id in texts)).map((id) => at(id, 'is missing')),
      ...Object.keys(texts)
        .filter((id) => !wanted.includes(id))
        .map((id) => at(id, 'is not a mistake of the atlas')),
      ...allMistakes.flatMap(({ id, names }) =>
        id in texts ? textProblems(texts[id], (referenceTexts as MistakeTexts)[id], names, reference).map((reason) => at(id, reason)) : [],
      ),
    ];
  }
}

function textProblems(text: unknown, other: unknown, names: readonly string[], reference: string): readonly string[] {
  if (typeof text !== 'string') return ['is not a text'];
  if (text.trim() === '') return ['is empty'];
  const named = placeholders(text);
  const known = [...names, ...everywhere];
  const unknown = named.filter((name) => !known.includes(name)).map((name) => `{{${name}}} is not a value of the mistake; there are ${known.join(', ')}`);
  const wanted = typeof other === 'string' ? placeholders(other) : named;
  const differs = named.join() === wanted.join() ? [] : [`placeholders are ${named.join(', ') || 'none'}, but ${wanted.join(', ') || 'none'} in ${reference}`];
  return [...unknown, ...differs];
}
