import { encodeBase64 } from '../../imageutil/base64.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { boolean, string, stringSlice } from '../flags.ts';
import { readDataSources } from '../secrets/data-sources.ts';
import { SecretData, secretRefused, secrets } from '../secrets/secret-object.ts';

const dockerConfigKey = '.dockerconfigjson';

/** `oc create secret docker-registry` (kubectl pkg/cmd/create/create_secret_docker.go). */
export const createSecretDockerRegistry = defineCommand({
  path: 'create secret docker-registry',
  use: 'create secret docker-registry NAME --docker-username=user --docker-password=password --docker-email=email [--docker-server=string] [--from-file=[key=]source] [--dry-run=server|client|none]',
  flags: {
    ...createFlags,
    'append-hash': boolean(),
    'docker-email': string(),
    'docker-password': string(),
    'docker-server': string({ default: 'https://index.docker.io/v1/' }),
    'docker-username': string(),
    'from-file': stringSlice(),
  },
  examples: [
    'oc create secret docker-registry my-secret --docker-server=DOCKER_REGISTRY_SERVER --docker-username=DOCKER_USER --docker-password=DOCKER_PASSWORD --docker-email=DOCKER_EMAIL',
    'oc create secret docker-registry my-secret --from-file=path/to/.docker/config.json',
  ],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    const files = flags['from-file'].map((source) => (source.includes('=') ? source : `${dockerConfigKey}=${source}`));
    const { 'docker-username': username, 'docker-password': password, 'docker-email': email, 'docker-server': server } = flags;
    if (name === '') throw new OcError('name must be specified');
    if (files.length === 0 && (username === '' || password === '' || server === '')) {
      throw new OcError('either --from-file or the combination of --docker-username, --docker-password and --docker-server is required');
    }
    const data = new SecretData();
    if (files.length > 0) await readDataSources(oc, { files }, (key, value) => data.add(key, value));
    else data.add(dockerConfigKey, dockerConfig(server, { username, password, email }));
    const object = data.toSecret(oc, name, 'kubernetes.io/dockerconfigjson', flags['append-hash']);
    await createAndPrint(oc, secrets, object, flags, secretRefused);
  },
});

interface Login {
  readonly username: string;
  readonly password: string;
  readonly email: string;
}

// kubectl pkg/cmd/create handleDockerCfgJSONContent
function dockerConfig(server: string, { username, password, email }: Login): string {
  const entry = { username, password, ...(email !== '' && { email }), auth: encodeBase64(`${username}:${password}`) };
  return JSON.stringify({ auths: { [server]: entry } }).replace(/[<>&\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
