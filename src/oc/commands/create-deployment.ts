import type { Deployment } from '../../api/apps.ts';
import type { Container } from '../../api/pod.ts';
import { defineCommand } from '../command.ts';
import { createAndPrint, createFlags, explicitNamespace, nameArgument, requireFlags } from '../create-subcommand.ts';
import { OcError } from '../errors.ts';
import { int, stringSlice } from '../flags.ts';

const deployments = { group: 'apps', version: 'v1', resource: 'deployments' } as const;

/** `oc create deployment` (k8s.io/kubectl pkg/cmd/create/create_deployment.go). */
export const createDeployment = defineCommand({
  path: 'create deployment',
  use: 'deployment NAME --image=image -- [COMMAND] [args...]',
  aliases: ['deploy'],
  flags: {
    ...createFlags,
    image: stringSlice(),
    port: int({ default: -1 }),
    replicas: int({ shorthand: 'r', default: 1 }),
  },
  async run(invocation) {
    const { args, flags, oc } = invocation;
    requireFlags(invocation, ['image']);
    const name = nameArgument(invocation);
    const command = args.slice(1);
    if (flags.image.length > 1 && command.length > 0) throw new OcError('cannot specify multiple --image options and command');
    const labels = { app: name };
    const containers = flags.image.map((image, index) => containerFor(image, command, index === 0 ? flags.port : -1, oc.host.now()));
    const deployment: Deployment = {
      apiVersion: 'apps/v1',
      kind: 'Deployment',
      metadata: { name, ...explicitNamespace(oc), labels, creationTimestamp: null },
      spec: {
        replicas: flags.replicas,
        selector: { matchLabels: labels },
        strategy: {},
        template: { metadata: { labels, creationTimestamp: null }, spec: { containers } },
      },
      status: {},
    };
    await createAndPrint(oc, deployments, deployment, flags, 'failed to create deployment');
  },
});

function containerFor(image: string, command: readonly string[], port: number, now: number): Container {
  const [name = ''] = (image.split('/').at(-1) ?? '').split(/[:@]/);
  return {
    name: sanitized(name, now),
    image,
    ...(command.length > 0 && { command }),
    ...(port >= 0 && { ports: [{ containerPort: port }] }),
    resources: {},
  };
}

const alphabet = 'bcdfghjklmnpqrstvwxz2456789';

/** Dots and underscores may not stand in a container's name; a name that lost them gets five letters more. */
function sanitized(name: string, now: number): string {
  if (!/[_.]/.test(name)) return name;
  let seed = [...`${name}${now}`].reduce((hash, char) => (Math.imul(hash, 31) + char.charCodeAt(0)) >>> 0, 7);
  const letters = Array.from({ length: 5 }, () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return alphabet[(seed >>> 8) % alphabet.length];
  });
  return `${name.replace(/[_.]/g, '-')}-${letters.join('')}`;
}
