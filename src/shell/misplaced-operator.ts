/** The operator that stands where a command should, as in `oc get is | | wc`; just-bash takes the missing command for an empty one. */
export function misplacedOperator(script: string): { readonly token: string; readonly line: number } | undefined {
  if (script.includes('<<')) return undefined;
  const found = /(?:&&|\|\||(?<!\|)\|(?![|&]))\s*(&&|\|\||[|;&])/.exec(withoutTexts(script));
  if (!found?.[1]) return undefined;
  const end = found.index + found[0].length - found[1].length;
  return { token: found[1], line: withoutTexts(script).slice(0, end).split('\n').length };
}

/** An operator at the very end: the command after it never comes. */
export const endsWithOperator = (script: string): boolean => !script.includes('<<') && /(?:&&|\|\||(?<!>)\|)\s*$/.test(withoutTexts(script));

/** Quoted text, escaped characters, comments and redirections blanked out; lines and lengths stay. */
export function withoutTexts(script: string): string {
  const blank = (text: string) => text.replace(/[^\n]/g, '_');
  return script.replace(/\\[^\n]|'[^']*'|"(?:[^"\\]|\\[\s\S])*"|(?<=^|\s)#[^\n]*|\d*[<>]&\S*|&>>?|>\|/g, blank);
}
