import { fileURLToPath } from 'node:url';
import { type Attempts, describeProblem, type Exercise } from '../grading/index.ts';
import { checkPageLinks } from '../guides/check-page-links.ts';
import { checkForm } from '../guides/check-pages.ts';
import { checkTerms } from '../guides/check-terms.ts';
import { compareLanguages } from '../guides/compare-languages.ts';
import { readGlossary } from '../guides/glossary.ts';
import { groupByName, readDocs, readInstructions } from '../guides/guide-files.ts';
import type { GuidePage } from '../guides/guide-page.ts';
import { courseNames } from '../site/course-names.ts';
import { generatedPages } from '../site/course-sections.ts';
import { guideProblems } from './check-lab-pages.ts';
import { wordProblems } from './check-lab-texts.ts';
import { exerciseIds, languages, problemsOf, readAttempts, readExercise } from './exercises.ts';
import { acceptedFindings, coverageFindings, type Findings, feedbackFindings, untouchedFindings, verbFindings, wrongFindings } from './gates/attempt-gates.ts';
import { differenceOf, equivalenceFindings, type JudgedMutant, judgeMutants } from './gates/mutant-gates.ts';
import { type Play, playOnce } from './gates/play-attempt.ts';

/** One of the checks that a lab has to pass, and what it found. */
export interface Gate {
  readonly name: string;
  readonly findings: Findings;
}

const root = new URL('../../', import.meta.url);
const reference = 'en';

/** All that the tests demand of one lab, gate by gate. Where its files cannot be read, nothing else can be asked. */
export async function* checkLab(id: string): AsyncGenerator<Gate> {
  const files = await problemsOf(id);
  yield { name: 'exercise.ts and messages', findings: files.map(describeProblem) };
  if (files.some(({ file, field }) => field === '-' && !file.endsWith('.md'))) return;
  const [exercise, attempts] = await Promise.all([readExercise(id), readAttempts(id)]);
  yield { name: 'place in the course', findings: await placeFindings(exercise) };
  const pages = await readInstructions(fileURLToPath(root), (name) => name === `labs/${id}`);
  yield { name: 'instructions', findings: await instructionFindings(pages) };
  yield { name: 'words', findings: await wordFindings(id, pages) };
  const play = playOnce(exercise);
  yield { name: 'untouched start', findings: await untouchedFindings(exercise, play) };
  yield { name: 'right ways', findings: [...(await acceptedFindings(exercise, attempts, play)), ...verbFindings(exercise, attempts)] };
  yield { name: 'wrong ways', findings: await wrongWays(exercise, attempts, play) };
  const mutants = await judgeMutants(exercise, attempts, play);
  yield { name: `${mutants.length} mutants`, findings: shown(equivalenceFindings(mutants, attempts), mutants) };
}

async function placeFindings(exercise: Exercise): Promise<Findings> {
  const listed = exerciseIds().includes(exercise.id) ? [] : ['exercises/course.json does not name it'];
  const guides = await guideProblems(exercise, exercise.id, new URL('content/docs/', root));
  const cure = guides.length > 0 ? [`npm run -s lab -- link ${exercise.id} writes the field labs of its guides`] : [];
  return [...listed, ...guides.map(describeProblem), ...cure];
}

async function instructionFindings(pages: readonly GuidePage[]): Promise<Findings> {
  const linked = pages.flatMap(({ sections }) => sections.flatMap(({ links }) => links));
  const docs = await readDocs(fileURLToPath(root), (name) => linked.some((link) => link.includes(`/${name}/`)));
  const links = checkPageLinks([...pages, ...docs], generatedPages).filter((finding) => pages.some(({ file }) => finding.startsWith(`${file}:`)));
  return [...pages.flatMap((page) => checkForm(page, courseNames())), ...compareLanguages(groupByName(pages), languages, reference), ...links];
}

async function wordFindings(id: string, pages: readonly GuidePage[]): Promise<Findings> {
  const glossary = await readGlossary(fileURLToPath(root));
  return [...checkTerms(groupByName(pages), glossary, reference), ...(await wordProblems(root, [id]))];
}

async function wrongWays(exercise: Exercise, attempts: Attempts, play: Play): Promise<Findings> {
  const judged = await wrongFindings(exercise, attempts, play);
  return [...judged, ...(await coverageFindings(exercise, attempts, play)), ...feedbackFindings(exercise, attempts)];
}

/** With each mutant, what it does otherwise than the right way. */
const shown = (findings: Findings, mutants: readonly JudgedMutant[]): Findings =>
  findings.map((finding) => {
    const mutant = mutants.find(({ name }) => finding.startsWith(`"${name}" gets`));
    return [finding, ...(mutant ? differenceOf(mutant) : [])].join('\n');
  });
