import { type CustomCommand, defineCommand } from 'just-bash';

/** `docker` as far as it comes without its daemon: it refuses names that are no references. All else is not there. */
export const dockerCommand = (notAvailable: string): CustomCommand =>
  defineCommand('docker', async ([verb = '', ...args]) => {
    const stderr = complaint(
      verb,
      args.filter((arg) => !arg.startsWith('-')),
    );
    return stderr === undefined ? { stdout: '', stderr: `bash: docker: ${notAvailable}\n`, exitCode: 127 } : { stdout: '', stderr: `${stderr}\n`, exitCode: 1 };
  });

function complaint(verb: string, names: readonly string[]): string | undefined {
  const wrong = names.find((name) => !isReference(name));
  if (wrong === undefined) return undefined;
  if (verb === 'tag') return `Error parsing reference: "${wrong}" is not a valid repository/tag: ${problemOf(wrong)}`;
  return ['push', 'pull'].includes(verb) ? problemOf(wrong) : undefined;
}

const label = '[a-zA-Z0-9](?:[a-zA-Z0-9-]*[a-zA-Z0-9])?';
const host = `(?:${label}(?:\\.${label})*|\\[[a-fA-F0-9:]+\\])(?::[0-9]+)?`;
const part = '[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*';
const reference = new RegExp(`^(?:${host}/)?${part}(?:/${part})*(?::[\\w][\\w.-]{0,127})?(?:@[A-Za-z][\\w+.-]*:[0-9a-fA-F]{32,})?$`);

// distribution/reference ParseNormalizedNamed
const isReference = (name: string) => reference.test(name);

function problemOf(name: string): string {
  const path = name.replace(new RegExp(`^${host}/(?=.)`), '');
  const repository = path.replace(/[:@].*$/, '');
  return isReference(name.toLowerCase()) && /[A-Z]/.test(repository)
    ? `invalid reference format: repository name (${name === path && !path.includes('/') ? 'library/' : ''}${repository}) must be lowercase`
    : 'invalid reference format';
}
