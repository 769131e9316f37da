import { defineCommand, type OcContext } from '../command.ts';
import { createAndPrint, createFlags, nameArgument } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { SecretData, secretRefused, secrets } from '../secrets/secret-object.ts';

/** `oc create secret tls` (kubectl pkg/cmd/create/create_secret_tls.go). */
export const createSecretTls = defineCommand({
  path: 'create secret tls',
  use: 'create secret tls NAME --cert=path/to/cert/file --key=path/to/key/file [--dry-run=server|client|none]',
  flags: { ...createFlags, 'append-hash': boolean(), cert: string(), key: string() },
  examples: ['oc create secret tls tls-secret --cert=path/to/tls.crt --key=path/to/tls.key'],
  async run(invocation) {
    const { flags, oc } = invocation;
    const name = nameArgument(invocation);
    if (flags.key === '' || flags.cert === '') throw new OcError('key and cert must be specified');
    const certificate = await readPem(oc, flags.cert);
    const key = await readPem(oc, flags.key);
    if (!certificate.includes('-----BEGIN CERTIFICATE-----')) throw new OcError('tls: failed to find any PEM data in certificate input');
    if (!/-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/.test(key)) throw new OcError('tls: failed to find any PEM data in key input');
    const data = new SecretData();
    data.add('tls.crt', certificate);
    data.add('tls.key', key);
    const object = data.toSecret(oc, name, 'kubernetes.io/tls', flags['append-hash']);
    await createAndPrint(oc, secrets, object, flags, secretRefused);
  },
});

async function readPem({ host }: OcContext, path: string): Promise<string> {
  if (!(await host.files.exists(path))) throw new OcError(`Cannot read file ${path}, open ${path}: no such file or directory`);
  return host.files.read(path);
}
