import { describe, expect, it } from 'vitest';
import { checkTexts } from '../../../src/guides/check-texts.ts';
import { type GlossaryLanguage, toGlossary } from '../../../src/guides/glossary.ts';

const glossary = toGlossary({
  terms: [
    {
      id: 'image-stream',
      group: 'images',
      term: { en: 'image stream', vi: 'image stream', ko: '이미지 스트림', fr: 'flux d’images' },
      avoid: { en: ['imagestream'] },
      checked: true,
    },
    { id: 'tag', group: 'images', term: { en: 'tag', vi: 'tag', ko: '태그', fr: 'tag' }, avoid: { fr: ['balise'] } },
  ],
});
const faults = (language: GlossaryLanguage, text: string) => checkTexts({ [language]: { file: 'x.json', texts: { title: text } } }, glossary, 'en');

describe('plain texts', () => {
  it.each<[GlossaryLanguage, string, string]>([
    ['fr', 'Une balise.', '“balise”: write “tag”'],
    ['fr', 'Un bloc balise.', '“balise”: write “tag”'],
    ['fr', 'Le tag : une image.', '“ :”: write'],
    ['fr', 'Le flux web:1.0 ; une image.', '“ ;”: write'],
    ['en', 'An imagestream is missing.', '“imagestream”: write “image stream”'],
    ['en', 'The import failed!', '“!”: write'],
    ['ko', '{{stream}}을(를) 만드세요.', '“을(를)”: write'],
    ['vi', 'Vui lòng chạy oc tag.', '“Vui lòng”: write'],
    ['fr', 'Le pod de {{app}} existe.', 'put a noun between the word and the value'],
    ['fr', 'Il existe, mais sous un autre nom que {{app}}.', 'put a noun between the word and the value'],
    ['ko', '{{app}}는 없습니다.', 'put a noun between the word and the value'],
    ['en', 'Run `oc tag`.', 'write plain text, without Markdown'],
    ['vi', 'Tag đã có.'.normalize('NFD'), 'write Unicode in its composed form (NFC)'],
  ])('%s: %s', (language, text, fault) => {
    const [found, ...more] = faults(language, text);
    expect(found).toContain(`x.json: title: ${fault}`);
    expect(more).toEqual([]);
  });

  it.each<[GlossaryLanguage, string]>([
    ['en', 'oc create imagestream {{stream}} makes an empty one; imagestream.image.openshift.io/web is its name.'],
    ['fr', 'Le tag {{stream}}:{{tag}} existe\u202f; oc tag le déplace avec --balise=x.'],
    ['fr', 'Le pod de l’application {{app}} existe dans {{project}}.'],
    ['fr', 'Sous from, il faut kind: DockerImage et name: "2.4".'],
    ['ko', '{{stream}}:{{tag}} 태그를 registry.example.com:8443/web:1.0 이미지에 지정하세요.'],
  ])('%s may name commands, flags and addresses: %s', (language, text) => expect(faults(language, text)).toEqual([]));

  it('use the terms that the English ones use', () => {
    const en = { file: 'en.json', texts: { title: 'There is no image stream web.' } };
    const fr = { file: 'fr.json', texts: { title: 'Il n’y a pas de courant web.' } };
    expect(checkTexts({ en, fr }, glossary, 'en')).toEqual(['fr.json: “flux d’images” is nowhere; en.json has “image stream”']);
  });

  it('may take a word of theirs for a name', () => {
    const asks = toGlossary({ terms: [{ id: 'node', group: 'objects', term: { en: 'node', vi: 'node', ko: '노드', fr: 'nœud' }, checked: true }] });
    const en = { file: 'en.json', texts: { title: 'There is no tag node.' } };
    expect(checkTexts({ en, fr: { file: 'fr.json', texts: { title: 'Il n’y a pas de tag node.' } } }, asks, 'en')).toEqual([]);
    expect(checkTexts({ en, fr: { file: 'fr.json', texts: { title: 'Il n’y a pas de tag.' } } }, asks, 'en')).toHaveLength(1);
  });
});
