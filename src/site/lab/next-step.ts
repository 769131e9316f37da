/** The first command of the solution that was not typed yet; undefined where all were. A command that is typed twice there must be typed twice. */
export function nextStep(solution: readonly string[], typed: readonly string[]): string | undefined {
  const left = typed.map(plain);
  return solution.find((command) => {
    const at = left.indexOf(plain(command));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}

/** A command on one line, without doubled spaces: how it is broken does not make it another. */
const plain = (command: string) => command.replace(/\\\n/g, ' ').replace(/\s+/g, ' ').trim();
