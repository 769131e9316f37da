import type { RegistryCredentials } from '../api/registry-transport.ts';
import { boolean, string } from '../oc/flags.ts';
import { findLogin, podmanAuthFile, removeLogin, removeLogins, storeLogin } from './auth-file.ts';
import { type ToolCommand, ToolError, type ToolInvocation, toolCommand } from './program.ts';
import { connectionFailure } from './registry-words.ts';

const loginFlags = {
  authfile: string(),
  'cert-dir': string(),
  'get-login': boolean(),
  password: string({ shorthand: 'p' }),
  'password-stdin': boolean(),
  'tls-verify': boolean({ default: true }),
  username: string({ shorthand: 'u' }),
  verbose: boolean({ shorthand: 'v' }),
} as const;

/** `login` of podman and skopeo. (containers/common pkg/auth Login) */
export const loginCommand: ToolCommand = toolCommand({
  path: 'login',
  use: '[options] [REGISTRY]',
  about: 'Log in to a container registry',
  flags: loginFlags,
  takes: [0, 1],
  run: login,
});

const logoutFlags = { all: boolean({ shorthand: 'a' }), authfile: string(), 'tls-verify': boolean({ default: true }) } as const;

/** `logout` of podman and skopeo. */
export const logoutCommand: ToolCommand = toolCommand({
  path: 'logout',
  use: '[options] [REGISTRY]',
  about: 'Log out of a container registry',
  flags: logoutFlags,
  takes: [0, 1],
  async run({ args, flags, host, out }: ToolInvocation<typeof logoutFlags>) {
    const file = podmanAuthFile(host, flags.authfile);
    if (flags.all) {
      await removeLogins(host, file);
      out('Removed login credentials for all registries\n');
      return;
    }
    const registry = registryOf(args[0]);
    if (!(await removeLogin(host, file, registry))) throw new ToolError(`not logged into ${registry}`);
    out(`Removed login credentials for ${registry}\n`);
  },
});

function registryOf(typed: string | undefined): string {
  if (typed === undefined) throw new ToolError('no registries found in registries.conf, a registry must be provided');
  return typed.replace(/^https?:\/\//, '').replace(/\/+$/, '');
}

async function login(invocation: ToolInvocation<typeof loginFlags>): Promise<void> {
  const { args, flags, host, out } = invocation;
  const key = registryOf(args[0]);
  const registry = key.split('/', 1)[0] as string;
  const file = podmanAuthFile(host, flags.authfile);
  const stored = await findLogin(host, [file], registry);
  if (flags['get-login']) {
    if (!stored) throw new ToolError(`not logged into ${registry}`);
    out(`${stored.username}\n`);
    return;
  }
  const isWithoutNames = flags.username === '' && flags.password === '' && !flags['password-stdin'];
  if (stored && isWithoutNames && host.registries.ping({ host: registry, credentials: stored }).ok) {
    out(`Authenticating with existing credentials for ${registry}\nExisting credentials are valid. Already logged in to ${registry}\n`);
    return;
  }
  const credentials = readCredentials(invocation);
  const answer = host.registries.ping({ host: registry, credentials, insecure: !flags['tls-verify'] });
  if (!answer.ok) {
    if (answer.reason === 'invalid-credentials') throw new ToolError(`logging into "${registry}": invalid username/password`);
    throw new ToolError(`authenticating creds for "${registry}": ${connectionFailure(registry, answer) ?? answer.message}`);
  }
  await storeLogin(host, file, key, credentials);
  out('Login Succeeded!\n');
}

/** What was not typed as a flag is read from standard input. */
function readCredentials({ flags, host, out }: ToolInvocation<typeof loginFlags>): RegistryCredentials {
  if (flags['password-stdin']) {
    if (flags.password !== '') throw new ToolError("can't specify both --password-stdin and --password");
    if (flags.username === '') throw new ToolError('must provide --username with --password-stdin');
    return { username: flags.username, password: host.stdin.replace(/\r?\n$/, '') };
  }
  const answers = host.stdin.split('\n');
  const ask = (what: string) => {
    out(`${what}: `);
    const answer = answers.shift() ?? '';
    if (answer === '') throw new ToolError(`getting username and password: reading ${what.toLowerCase()}: EOF`);
    return answer;
  };
  const username = flags.username || ask('Username');
  if (flags.password !== '') return { username, password: flags.password };
  const password = ask('Password');
  out('\n');
  return { username, password };
}
