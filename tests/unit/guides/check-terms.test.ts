import { describe, expect, it } from 'vitest';
import { checkPage, checkTerms } from '../../../src/guides/check-terms.ts';
import { type Glossary, type GlossaryLanguage, toGlossary } from '../../../src/guides/glossary.ts';
import { readGuidePage } from '../../../src/guides/guide-page.ts';
import { withSource } from '../../../src/guides/translation-source.ts';

const tag = {
  id: 'tag',
  group: 'images',
  term: { en: 'tag', vi: 'tag', ko: '태그', fr: 'tag' },
  avoid: { vi: ['thẻ', { word: 'ảnh', except: ['ảnh hưởng'] }], ko: ['꼬리표'], fr: ['balise', 'flux d’image'] },
};
const trigger = {
  id: 'trigger',
  group: 'change',
  term: { en: 'trigger', vi: 'trigger', ko: '트리거', fr: 'déclencheur de changement d’image' },
  also: { fr: ['déclenche'] },
  checked: true,
};
const glossary: Glossary = toGlossary({ terms: [tag, trigger] });

const faults = (language: GlossaryLanguage, prose: string) =>
  checkPage({ file: 'page.md', source: `---\ntitle: T\n---\n\n${prose}\n` }, language, glossary).map((fault) => fault.replace(/^page\.md:/, ''));

describe('words to avoid', () => {
  it('are found in prose, with line, word and what to write instead', () => {
    expect(faults('fr', 'Une balise.')).toEqual(['5: “balise”: write “tag”']);
    expect(faults('fr', 'Le flux d’image ; les flux d’images.'.replace(' ;', '\u202f;'))).toEqual(['5: “flux d’image”: write “tag”']);
    expect(faults('ko', '이 꼬리표를 씁니다.')).toEqual(['5: “꼬리표”: write “태그”']);
    expect(faults('vi', 'Ảnh hưởng của thẻ.')).toEqual(['5: “thẻ”: write “tag”']);
  });

  it('are found in the fields that readers see, and in no others', () => {
    const source = '---\ntitle: Une balise\nobjectives:\n  - poser une balise\nneeds: [balise]\n---\n';
    expect(checkPage({ file: 'p.md', source }, 'fr', glossary)).toEqual(['p.md:2: “balise”: write “tag”', 'p.md:4: “balise”: write “tag”']);
  });

  it('may stand in code, in addresses and in ids', () => {
    expect(faults('fr', '## Le tag {#balise}\n\nVoir `balise` et [le tag](../balise/).\n\n```console\n$ echo balise\n```')).toEqual([]);
  });

  it('may be mentioned in quotation marks, once', () => {
    const mention = 'La console dit «\u00a0balise\u00a0».';
    expect(faults('fr', mention)).toEqual([]);
    expect(faults('fr', `${mention} ${mention}`)).toEqual(['5: “balise”: write “tag”']);
  });
});

describe('style', () => {
  it.each<[GlossaryLanguage, string, string]>([
    ['en', 'You can simply run it.', 'simply'],
    ['en', 'Let’s go.', 'Let’s'],
    ['en', 'It works!', '!'],
    ['en', 'And so on...', '...'],
    ['vi', 'Vui lòng chạy lệnh.', 'Vui lòng'],
    ['vi', 'Đừng xoá tệp.', 'oá'],
    ['vi', 'Tuỳ bạn.', 'uỳ'],
    ['vi', 'Như sau : chạy.', ' :'],
    ['ko', '`ImageStream`을(를) 만드세요.', '을(를)'],
    ['ko', '태그은(는) 이름입니다.', '은(는)'],
    ['ko', '명령을 실행하십시오.', '실행하십시오'],
    ['ko', '명령을 실행해요.', '실행해요'],
    ['ko', '여러분의 프로젝트입니다.', '여러분의'],
    ['ko', '스트림，태그', '，'],
    ['fr', "L'image.", "'"],
    ['fr', 'Le tag : une image.', ' :'],
    ['fr', 'Le tag ; une image.', ' ;'],
    ['fr', 'Pourquoi ?', ' ?'],
    ['fr', 'Pourquoi\u00a0?', '⍽?'],
    ['fr', 'Attendez 15 minutes.', '5 minutes'],
    ['fr', 'Veuillez attendre.', 'Veuillez'],
    ['fr', 'Nous importons l’image.', 'Nous'],
  ])('%s: %s', (language, prose, found) => {
    expect(faults(language, prose).map((fault) => /“([\s\S]*)”: write/.exec(fault)?.[1])).toEqual([found]);
  });

  it.each<[GlossaryLanguage, string]>([
    ['en', 'The line `!` is an adjustment; pleased readers know it.'],
    ['vi', 'Xóa khóa, tùy ý, quý, toàn bộ, chuyển tới.'],
    ['ko', '이 명령을 실행하세요. 무엇이 바뀌었나요?'],
    ['en', 'The package Simply.js is a name.'],
    ['fr', 'Le tag\u00a0: «\u00a0oui\u00a0»\u202f; 15\u00a0minutes. `a: b` | `c`\u00a0: d.'],
  ])('%s lets pass: %s', (language, prose) => {
    expect(faults(language, prose)).toEqual([]);
  });

  it('finds a no-break space in code, and letters that are not composed', () => {
    expect(faults('fr', '`oc\u00a0get`')).toEqual(['5: a no-break space in code: oc\u00a0get']);
    expect(faults('vi', 'thiếu'.normalize('NFD'))[0]).toContain('composed form');
  });
});

describe('terms of the original', () => {
  const english = readGuidePage('content/docs/en/guides/a.md', '---\ntitle: T\n---\n\nTwo triggers.\n');
  const problems = (text: string, isCurrent = true) => {
    const french = readGuidePage('content/docs/fr/guides/a.md', `---\ntitle: T\n---\n\n${text}\n`);
    const page = isCurrent ? readGuidePage(french.file, withSource(french, english)) : french;
    return checkTerms(
      new Map([
        [
          'guides/a',
          new Map([
            ['en', english],
            ['fr', page],
          ]),
        ],
      ]),
      glossary,
      'en',
    );
  };

  it('are missed where the translation has none of their forms', () => {
    expect(problems('Deux règles.')).toEqual([
      'content/docs/fr/guides/a.md: “déclencheur de changement d’image” is nowhere; content/docs/en/guides/a.md:5 has “triggers”',
    ]);
  });

  it('may be inflected, or another form that the glossary gives', () => {
    expect(problems('Deux déclencheurs de changement d’image.')).toEqual([]);
    expect(problems('Cela déclenche un build.')).toEqual([]);
  });

  it('are not asked of a translation that was made from an older text', () => {
    expect(problems('Deux règles.', false)).toEqual([]);
  });
});

describe('the glossary file', () => {
  it.each<[string, unknown, string]>([
    ['no list', {}, 'content/glossary.json: terms: expected a list'],
    ['a missing language', { terms: [{ ...tag, term: { en: 'tag' } }] }, 'content/glossary.json: tag.term.vi: expected a text'],
    ['an unknown field', { terms: [{ ...tag, defintion: {} }] }, 'tag.defintion: expected one of the fields id, group'],
    ['an unknown language', { terms: [{ ...tag, avoid: { de: ['Etikett'] } }] }, 'tag.avoid.de: expected a language: en, vi, ko, fr'],
    ['a note in no language', { terms: [{ ...tag, note: { de: 'Anm.' } }] }, 'tag.note.de: expected a text, in one of en, vi, ko, fr'],
    ['a wrong group', { terms: [{ ...tag, group: 'other' }] }, 'tag.group: expected images, objects'],
    ['an id that is no anchor', { terms: [{ ...tag, id: 'Tag 1' }] }, 'terms[0].id: expected lower-case words joined by -'],
    ['one id twice', { terms: [tag, tag] }, 'tag.id: there are two terms with this id'],
  ])('with %s stops', (_, value, message) => {
    expect(() => toGlossary(value)).toThrow(message);
  });
});
