import { describe, expect, it } from 'vitest';
import { atlasProblems, guideProblems, wordProblems } from '../../src/cli/check-lab-texts.ts';
import { exerciseFolders } from '../../src/cli/exercises.ts';
import { describeProblem } from '../../src/grading/index.ts';

const root = new URL('../../', import.meta.url);

describe('the mistake atlas', () => {
  it('has its sentences in each language, and leads to guides that are there', async () => expect(await atlasProblems(root)).toEqual([]));

  it('is refused when a mistake leads nowhere', async () => {
    const lost = [
      { id: 'one', guide: 'no-such-guide#x' },
      { id: 'two', guide: 'import-an-image#no-such-section' },
      { id: 'three', guide: 'import-an-image#which-tag' },
    ];
    expect((await guideProblems(root, lost)).map(describeProblem)).toEqual([
      'src/grading/mistakes: one: there is no guide no-such-guide',
      'src/grading/mistakes: two: the guide import-an-image has no section no-such-section',
    ]);
  });

  it('keeps to the glossary and the style sheet', async () => expect(await wordProblems(root, [])).toEqual([]));
});

describe('the words of a lab', async () => {
  it.each(await exerciseFolders())('%s keeps to the glossary and the style sheet', async (id) => expect(await wordProblems(root, [id])).toEqual([]));
});
