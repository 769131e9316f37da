import { basename } from 'node:path';
import ts from 'typescript';

/** Where the house stops: longer files and functions are split along their meaning. */
export const longest = { file: 250, function: 40 } as const;

/** Names that say nothing of what is inside. */
const vagueNames = /(^|-)(utils?|helpers?|common|misc|manager)\.ts$/;

/** The one that Kubernetes names so. */
const namedUpstream = ['controller-manager.ts'];

/** What the house style has against a file, as sentences. */
export function styleProblems(path: string, text: string): readonly string[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  return [...fileProblems(path, text), ...longFunctions(source), ...undocumented(source)].map((problem) => `${path}: ${problem}`);
}

function fileProblems(path: string, text: string): readonly string[] {
  const lines = text.trimEnd().split('\n').length;
  const name = basename(path);
  return [
    ...(lines > longest.file ? [`${lines} lines, more than ${longest.file}`] : []),
    ...(vagueNames.test(name) && !namedUpstream.includes(name) ? ['its name does not say what is inside'] : []),
    ...(/^[a-z0-9]+(-[a-z0-9]+)*(\.d)?\.ts$/.test(name) ? [] : ['its name is not kebab-case']),
  ];
}

function longFunctions(source: ts.SourceFile): readonly string[] {
  const problems: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(source, node.end) - lineOf(source, node.getStart(source)) + 1;
      if (lines > longest.function)
        problems.push(`the function in line ${lineOf(source, node.getStart(source))} has ${lines} lines, more than ${longest.function}`);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return problems;
}

const lineOf = (source: ts.SourceFile, position: number) => source.getLineAndCharacterOfPosition(position).line + 1;

/** Exported functions and classes say in a sentence what they are for; short arrow functions and plain shapes may speak for themselves. */
function undocumented(source: ts.SourceFile): readonly string[] {
  return source.statements
    .filter((statement) => ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement))
    .filter((statement) => ts.getModifiers(statement)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword))
    .filter((statement) => ts.getJSDocCommentsAndTags(statement).length === 0)
    .map((statement) => `${statement.name?.text ?? 'the default export'} has no comment that says what it is for`);
}
