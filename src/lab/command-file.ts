/** The commands of a shell file: lines that belong together (continued lines, here-documents, loops) stay together. Blank lines and comments are left out. */
export function splitCommands(text: string, isComplete: (text: string) => boolean): readonly string[] {
  const commands: string[] = [];
  let open = '';
  for (const line of text.split(/\r?\n/)) {
    const isIdle = open === '' && /^\s*(?:#.*)?$/.test(line);
    if (isIdle) continue;
    open = open === '' ? line : `${open}\n${line}`;
    if (!isComplete(open)) continue;
    commands.push(open);
    open = '';
  }
  return open === '' ? commands : [...commands, open];
}
