import { nonResourceRequest } from '../../api/discovery.ts';
import { StatusError } from '../../api/status.ts';
import { defineCommand, type OcContext } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { printJson } from '../printers/json.ts';
import { printYaml } from '../printers/yaml.ts';

const CLIENT = '4.18.30';
const KUSTOMIZE = 'v5.4.2';

interface Versions {
  readonly clientVersion: { readonly gitVersion: string };
  readonly kustomizeVersion: string;
  readonly openshiftVersion?: string;
  readonly serverVersion?: { readonly gitVersion: string };
}

/** `oc version` (oc pkg/cli/version/version.go). */
export const version = defineCommand({
  path: 'version',
  use: 'version',
  flags: { client: boolean(), output: string({ shorthand: 'o', values: ['yaml', 'json'] }) },
  examples: ['oc version', 'oc version --client'],
  run({ args, flags, oc }) {
    if (args.length > 0) throw new OcError(`extra arguments: [${args.join(' ')}]`);
    if (!['', 'yaml', 'json'].includes(flags.output)) throw new OcError("--output must be 'yaml' or 'json'");
    const versions: Versions = { clientVersion: { gitVersion: CLIENT }, kustomizeVersion: KUSTOMIZE, ...(!flags.client && serverVersions(oc)) };
    if (flags.output !== '') return oc.out(flags.output === 'json' ? printJson(versions) : printYaml(versions));
    oc.out(`Client Version: ${CLIENT}\nKustomize Version: ${KUSTOMIZE}\n`);
    if (versions.openshiftVersion !== undefined) oc.out(`Server Version: ${versions.openshiftVersion}\n`);
    if (versions.serverVersion) oc.out(`Kubernetes Version: ${versions.serverVersion.gitVersion}\n`);
  },
});

/** Who may not read the cluster's version sees Kubernetes' alone. */
function serverVersions(oc: OcContext): Pick<Versions, 'openshiftVersion' | 'serverVersion'> {
  const serverVersion = oc.client.request(nonResourceRequest('/version', oc.credentials)).body as unknown as { readonly gitVersion: string };
  try {
    const found = oc.client.get({ group: 'config.openshift.io', version: 'v1', resource: 'clusterversions' }, undefined, 'version');
    const openshiftVersion = (found.status as { readonly desired?: { readonly version?: string } } | undefined)?.desired?.version;
    return { serverVersion, ...(openshiftVersion !== undefined && { openshiftVersion }) };
  } catch (error) {
    if (error instanceof StatusError) return { serverVersion };
    throw error;
  }
}
