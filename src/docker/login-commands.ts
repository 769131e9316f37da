import { dockerAuthFile, findLogin, removeLogin, storeLogin } from '../containers/auth-file.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from '../containers/program.ts';
import { isDockerHub } from '../imageutil/image-reference.ts';
import { boolean, string } from '../oc/flags.ts';
import { daemonFailure } from './docker-words.ts';

const flags = { password: string({ shorthand: 'p' }), 'password-stdin': boolean(), username: string({ shorthand: 'u' }) } as const;

/** `docker login`. */
export const loginCommand: ToolCommand = toolCommand({
  path: 'login',
  use: '[OPTIONS] [SERVER]',
  about: 'Authenticate to a registry',
  flags,
  takes: [0, 1],
  run: login,
});

const noFlags = {} as const;

/** `docker logout`. */
export const logoutCommand: ToolCommand = toolCommand({
  path: 'logout',
  use: '[SERVER]',
  about: 'Log out from a registry',
  flags: noFlags,
  takes: [0, 1],
  async run({ args, host, out }: ToolInvocation<typeof noFlags>) {
    const { key, registry } = serverOf(args[0]);
    const file = dockerAuthFile(host);
    if (await removeLogin(host, file, key)) out(`Removing login credentials for ${key}\n`);
    else out(`Not logged in to ${registry}\n`);
  },
});

const hub = 'https://index.docker.io/v1/';

function serverOf(typed = 'docker.io'): { readonly key: string; readonly registry: string } {
  const registry = typed.replace(/^https?:\/\//, '').replace(/\/.*$/, '');
  return isDockerHub(registry) ? { key: hub, registry: 'docker.io' } : { key: registry, registry };
}

async function login({ args, flags: typed, host, out, err }: ToolInvocation<typeof flags>): Promise<void> {
  const { key, registry } = serverOf(args[0]);
  if (typed.password !== '') err('WARNING! Using --password via the CLI is insecure. Use --password-stdin.\n');
  if (typed['password-stdin'] && typed.username === '') throw new ToolError('Must provide --username with --password-stdin');
  const file = dockerAuthFile(host);
  const stored = typed.username === '' ? await findLogin(host, [file], registry) : undefined;
  const password = typed['password-stdin'] ? host.stdin.replace(/\r?\n$/, '') : typed.password;
  const credentials = stored ?? { username: typed.username, password };
  if (stored) out('Authenticating with existing credentials...\n');
  else if (credentials.username === '' || credentials.password === '') throw new ToolError('Error: Cannot perform an interactive login from a non TTY device');
  const answer = host.registries.ping({ host: registry, credentials });
  if (!answer.ok) throw new ToolError(`Error response from daemon: ${daemonFailure(registry, answer)}`);
  await storeLogin(host, file, key, credentials);
  err(
    `WARNING! Your credentials are stored unencrypted in '${file}'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n`,
  );
  out('Login Succeeded\n');
}
