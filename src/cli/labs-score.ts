import { parseArgs } from 'node:util';
import { exerciseFolders, exerciseIds, readAttempts, readExercise } from './exercises.ts';
import { killedPercent, type LabScore, leastKilledPercent, mutantFigures, scoreLab, scoresHold } from './gates/lab-score.ts';
import { differenceOf } from './gates/mutant-gates.ts';

/**
 * Prints how well the graders tell right from wrong: `npm run labs:score -- [--equivalents] [--json] [lab …]`. Exit code 1 where a way is judged
 * wrong, or too many mutants get full points.
 */
const { values, positionals } = parseArgs({ allowPositionals: true, options: { equivalents: { type: 'boolean' }, json: { type: 'boolean' } } });
const ids = positionals.length > 0 ? positionals : exerciseIds();
const folders = await exerciseFolders();
const unknown = ids.filter((id) => !folders.includes(id));
if (unknown.length > 0) {
  console.error(`there is no lab ${unknown.join(', ')}; \`npm run -s lab -- list\` names them`);
  process.exit(2);
}
const scores: LabScore[] = [];
for (const id of ids) scores.push(await scoreLab(await readExercise(id), await readAttempts(id)));

if (values.json)
  console.log(
    JSON.stringify(
      scores.map(({ mutants, listed, ...score }) => ({ ...score, mutants: mutantFigures([{ mutants, listed }]) })),
      null,
      2,
    ),
  );
else console.log([table(), ...(values.equivalents ? equivalents() : []), ...complaints(), verdict()].join('\n'));
process.exitCode = scoresHold(scores) ? 0 : 1;

function table(): string {
  const total = { right: sum('right'), wrong: sum('wrong') };
  const rows = scores.map(({ id, right, wrong, mutants, listed }) => row(id, right, wrong, mutantFigures([{ mutants, listed }])));
  const head = ['lab', 'right ways', 'wrong ways', 'mutants', 'same state', 'listed', 'survived', 'killed', ''];
  const lines = [head, ...rows, row('all', total.right, total.wrong, mutantFigures(scores))];
  const widths = head.map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  return lines
    .map((cells) => cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  '))
    .join('\n');
}

function row(name: string, right: LabScore['right'], wrong: LabScore['wrong'], figures: ReturnType<typeof mutantFigures>): readonly string[] {
  const { generated, sameState, listed, survived, killed } = figures;
  const counts = [generated, sameState, listed, survived, killed].map(String);
  return [name, `${right.held}/${right.of}`, `${wrong.held}/${wrong.of}`, ...counts, `${killedPercent(figures).toFixed(1)} %`];
}

function sum(what: 'right' | 'wrong'): LabScore['right'] {
  return scores.reduce((total, score) => ({ of: total.of + score[what].of, held: total.held + score[what].held }), { of: 0, held: 0 });
}

function equivalents(): readonly string[] {
  return scores.flatMap(({ id, mutants, listed }) =>
    mutants.flatMap((mutant) => {
      const { name, outcome } = mutant;
      if (outcome === 'killed' || (outcome === 'survived' && !(name in listed))) return [];
      const why = outcome === 'same state' ? 'what is graded ends in the same state' : (listed[name] ?? '');
      return ['', `${id}: ${name}: ${why}`, ...differenceOf(mutant)];
    }),
  );
}

function complaints(): readonly string[] {
  return scores.flatMap(({ id, findings, mutants, listed }) => [
    ...findings.map((finding) => `${id}: ${finding}`),
    ...mutants
      .filter(({ name, outcome }) => outcome === 'survived' && !(name in listed))
      .flatMap((mutant) => [`${id}: "${mutant.name}" gets full points`, ...differenceOf(mutant)]),
  ]);
}

function verdict(): string {
  const [figures, ways] = [mutantFigures(scores), scores.flatMap(({ findings }) => findings).length];
  return `${ways === 0 ? 'All ways are judged rightly' : `${ways} ways are judged wrong`}; ${killedPercent(figures).toFixed(1)} % of the mutants that are not equivalent are killed, ${leastKilledPercent} % are asked for.`;
}
