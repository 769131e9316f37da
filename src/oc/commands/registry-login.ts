import { goJsonError } from '../../api/go-json-error.ts';
import { encodeBase64 } from '../../imageutil/base64.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { goQuote } from '../go-quote.ts';
import type { OcHost } from '../host.ts';
import { findRegistryHosts } from '../registry-hosts.ts';

/** `oc registry login` (oc pkg/cli/registry/login/login.go). */
export const registryLogin = defineCommand({
  path: 'registry login',
  use: 'registry login',
  flags: {
    'auth-basic': string(),
    insecure: boolean(),
    registry: string(),
    'registry-config': string({ shorthand: 'a' }),
    'skip-check': boolean(),
    to: string(),
  },
  examples: ['oc registry login', 'oc registry login --registry quay.io/myregistry --auth-basic=USER:PASS'],
  async run({ flags, oc }) {
    const credentials = credentialsOf(oc, flags['auth-basic']);
    const registry = flags.registry || publicHost(oc);
    if (registry === '') throw new OcError('The public hostname of the integrated registry could not be determined. Please specify one with --registry.');
    if (!flags['skip-check']) {
      const answer = oc.host.registries.ping({ host: registry.split('/', 1)[0] ?? '', credentials, insecure: flags.insecure });
      if (!answer.ok) throw new OcError(`unable to check your credentials - pass --skip-check to bypass this error: ${answer.message}`);
    }
    const file = flags.to || flags['registry-config'] || defaultFile(oc.host);
    await saveLogin(oc.host, file, registry, `${credentials.username}:${credentials.password}`);
    oc.out(`Saved credentials for ${registry} into ${file}\n`);
  },
});

function credentialsOf({ credentials }: OcContext, basic: string) {
  if (basic !== '') {
    const colon = basic.indexOf(':');
    if (colon < 0) throw new OcError('--auth-basic must be in the form user:password');
    return { username: basic.slice(0, colon), password: basic.slice(colon + 1) };
  }
  if (!credentials.token) throw new OcError('no token is currently in use for this session');
  return { username: 'user', password: credentials.token };
}

/** The name that is found is told: a public one, where there is one. */
function publicHost(oc: OcContext): string {
  const hosts = findRegistryHosts(oc);
  if (!hosts) return '';
  oc.err(hosts.public === '' ? `info: Using internal registry hostname ${hosts.internal}\n` : `info: Using registry public hostname ${hosts.public}\n`);
  return hosts.public || hosts.internal;
}

const defaultFile = ({ env }: OcHost) => env.REGISTRY_AUTH_FILE || `${env.XDG_RUNTIME_DIR || '/run/user/1000'}/containers/auth.json`;

async function saveLogin({ files }: OcHost, file: string, registry: string, login: string): Promise<void> {
  const text = (await files.exists(file)) ? await files.read(file) : '{}';
  const problem = goJsonError(text);
  if (problem !== undefined) throw new OcError(`reading JSON file ${goQuote(file)}: unmarshaling JSON at ${goQuote(file)}: ${problem}`);
  const config = (JSON.parse(text) ?? {}) as { readonly auths?: Readonly<Record<string, unknown>> };
  const folder = file.replace(/\/[^/]*$/, '');
  if (folder !== file && folder !== '') await files.makeDirectory(folder);
  await files.write(file, JSON.stringify({ ...config, auths: { ...config.auths, [registry]: { auth: encodeBase64(login) } } }, null, '\t'));
}
