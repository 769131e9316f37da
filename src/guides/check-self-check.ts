import type { GuidePage } from './guide-page.ts';

/** What is wrong with the question at the end of a guide: there is exactly one, with an answer, and nothing comes after it. */
export function checkSelfCheck({ file, source, sections }: GuidePage): readonly string[] {
  const checks = sections.flatMap(({ directives }) => directives).filter(({ kind }) => kind === 'check');
  const [check, second] = checks;
  if (!check) return [`${file}: a guide ends with a question: :::check[Question], the answer, :::`];
  if (second) return [`${file}:${second.line}: a second :::check; a guide has one, at its end`];
  const at = `${file}:${check.line}`;
  const lines = source.split('\n');
  if (check.end === undefined) return [`${at}: no ::: closes it`];
  const answer = lines
    .slice(check.line, check.end - 1)
    .join('')
    .trim();
  return [
    ...(check.label.trim() === '' ? [`${at}: the question is missing: :::check[Question]`] : []),
    ...(answer === '' ? [`${at}: the answer is missing`] : []),
    ...(lines.slice(check.end).join('').trim() === '' ? [] : [`${at}: something stands after it; a guide ends with its question`]),
  ];
}
