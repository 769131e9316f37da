import { StatusError } from '../../api/status.ts';
import { defineCommand, type Invocation, type OcContext } from '../command.ts';
import { OcError, SilentExit } from '../errors.ts';
import { boolean, type FlagValues, string } from '../flags.ts';
import { clusterNamed, contextNamed, userNamed, withLogin } from '../kubeconfig.ts';
import { checkReachable } from '../oc-context.ts';
import { listProjects } from '../project-access.ts';
import { clientWithToken, whoAmI } from '../session-user.ts';

const flags = {
  'certificate-authority': string(),
  'insecure-skip-tls-verify': boolean(),
  password: string({ shorthand: 'p' }),
  server: string({ shorthand: 's' }),
  token: string(),
  username: string({ shorthand: 'u' }),
} as const;

type LoginFlagTable = typeof flags;
type LoginFlags = FlagValues<LoginFlagTable>;

/** `oc login` (oc pkg/cli/login). */
export const login = defineCommand({
  path: 'login',
  use: 'login [URL]',
  flags,
  examples: ['oc login -u developer -p developer https://api.ocp4.example.com:6443', 'oc login --token=sha256~…', 'oc login'],
  async run({ args, flags: typed, oc }: Invocation<LoginFlagTable>) {
    const server = serverOf(args, typed, oc);
    checkReachable(oc.host, server);
    if (typed['insecure-skip-tls-verify']) oc.out('WARNING: Using insecure TLS client config. Setting this option is not supported!\n\n');
    const { user, token } = authenticate(oc, typed, server);
    const isNew = oc.kubeconfig.clusters.length === 0;
    const namespace = chooseProject(oc, token);
    await oc.saveKubeconfig(withLogin(oc.kubeconfig, { server, user, token, namespace }));
    if (isNew) oc.out("Welcome! See 'oc help' to get started.\n");
  },
});

function serverOf(args: readonly string[], typed: LoginFlags, oc: OcContext): string {
  if (args.length > 1) throw new OcError('Only the server URL may be specified as an argument');
  if (typed.server !== '' && args.length === 1) throw new OcError('--server and passing the server URL as an argument are mutually exclusive');
  const given = typed.server || args[0] || oc.server;
  if (given === '') throw new OcError('A server URL must be specified');
  if (typed.username !== '' && typed.token !== '') throw new OcError('--token and --username are mutually exclusive');
  return normalizeServer(given);
}

/** Scheme and port that were left out are added (oc pkg/helpers/kubeconfig NormalizeServerURL). */
function normalizeServer(text: string): string {
  const withScheme = /^https?:\/\//.test(text) ? text : `https://${text}`;
  const url = withScheme.replace(/\/+$/, '');
  return /:\d+$/.test(url) ? url : `${url}:${url.startsWith('http://') ? 80 : 443}`;
}

interface Authenticated {
  readonly user: string;
  readonly token: string;
}

function authenticate(oc: OcContext, typed: LoginFlags, server: string): Authenticated {
  if (typed.token !== '') return withGivenToken(oc, typed.token, server);
  const known = typed.username !== '' && typed.password === '' ? existingToken(oc, typed.username, server) : undefined;
  if (known !== undefined) {
    oc.out(`Logged into "${server}" as "${typed.username}" using existing credentials.\n\n`);
    return { user: typed.username, token: known };
  }
  return withPassword(oc, typed, server);
}

function withGivenToken(oc: OcContext, token: string, server: string): Authenticated {
  try {
    const user = whoAmI(clientWithToken(oc, token));
    oc.out(`Logged into "${server}" as "${user}" using the token provided.\n\n`);
    return { user, token };
  } catch (error) {
    if (error instanceof StatusError && error.status.reason === 'Unauthorized') throw new OcError('The token provided is invalid or expired.\n\n');
    throw error;
  }
}

/** A token for this user and server that the kubeconfig still holds and the server still takes. */
function existingToken(oc: OcContext, user: string, server: string): string | undefined {
  for (const { name } of oc.kubeconfig.contexts) {
    const context = contextNamed(oc.kubeconfig, name);
    if (!context || clusterNamed(oc.kubeconfig, context.cluster)?.server !== server) continue;
    const token = userNamed(oc.kubeconfig, context.user)?.token;
    if (token && namesUser(oc, token, user)) return token;
  }
  return undefined;
}

function namesUser(oc: OcContext, token: string, user: string): boolean {
  try {
    return whoAmI(clientWithToken(oc, token)) === user;
  } catch {
    return false;
  }
}

/** Asks for what was not typed; the answers come from standard input (oc pkg/helpers/tokencmd basicauth.go). */
function withPassword(oc: OcContext, typed: LoginFlags, server: string): Authenticated {
  const answers = oc.host.stdin.split('\n');
  let { username, password } = typed;
  const asks = username === '' || password === '';
  if (asks) oc.out(`Console URL: ${server}/console\nAuthentication required for ${server} (openshift)\n`);
  if (username === '') {
    username = answers.shift() ?? '';
    oc.out('Username: ');
  } else if (asks) oc.out(`Username: ${username}\n`);
  if (password === '') {
    password = answers.shift() ?? '';
    oc.out('Password: ');
  }
  const token = oc.host.requestToken(username, password);
  if (token === undefined) {
    oc.out('Login failed (401 Unauthorized)\nVerify you have provided the correct credentials.\n');
    throw new SilentExit();
  }
  oc.out(asks ? '\nLogin successful.\n\n' : 'Login successful.\n\n');
  return { user: username, token };
}

/** Says which projects there are and picks the one to work in (oc pkg/cli/login/loginoptions.go gatherProjectInfo). */
function chooseProject(oc: OcContext, token: string): string {
  const names = listProjects(clientWithToken(oc, token)).map(({ metadata }) => metadata.name);
  const [first = ''] = names;
  if (names.length === 0) {
    oc.out("You don't have any projects. You can try to create a new project, by running\n\n    oc new-project <projectname>\n\n");
    return '';
  }
  if (names.length === 1) {
    oc.out(`You have one project on this server: "${first}"\n\nUsing project "${first}".\n`);
    return first;
  }
  const chosen = names.includes(oc.namespace) ? oc.namespace : names.includes('default') ? 'default' : first;
  if (names.length > 50) {
    oc.out(`You have access to ${names.length} projects, the list has been suppressed. You can list all projects with 'oc projects'\n\n`);
  } else {
    const lines = names.map((name) => `${name === chosen ? '  * ' : '    '}${name}\n`).join('');
    oc.out(`You have access to the following projects and can switch between them with 'oc project <projectname>':\n\n${lines}\n`);
  }
  oc.out(`Using project "${chosen}".\n`);
  return chosen;
}
