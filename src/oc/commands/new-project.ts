import { defineCommand } from '../command.ts';
import { OcError } from '../errors.ts';
import { boolean, string } from '../flags.ts';
import { contextFor } from '../project-context.ts';

const projectRequests = { group: 'project.openshift.io', version: 'v1', resource: 'projectrequests' } as const;

/** `oc new-project` (oc pkg/cli/requestproject/request_project.go). */
export const newProject = defineCommand({
  path: 'new-project',
  use: 'new-project NAME [--display-name=DISPLAYNAME] [--description=DESCRIPTION]',
  flags: { description: string(), 'display-name': string(), 'skip-config-write': boolean() },
  examples: [
    'oc new-project web-team-dev',
    'oc new-project web-team-dev --display-name="Web Team Development" --description="Development project for the web team."',
  ],
  async run({ args, flags, oc }) {
    const [name] = args;
    if (args.length !== 1 || name === undefined) throw new OcError('must have exactly one argument');
    oc.client.create(projectRequests, undefined, {
      apiVersion: 'project.openshift.io/v1',
      kind: 'ProjectRequest',
      metadata: { name },
      ...(flags['display-name'] !== '' && { displayName: flags['display-name'] }),
      ...(flags.description !== '' && { description: flags.description }),
    });
    if (flags['skip-config-write']) {
      oc.out(
        `Project "${name}" created on server "${oc.server}".\n\nTo switch to this project and start adding applications, use:\n\n    oc project ${name}\n`,
      );
      return;
    }
    await oc.saveKubeconfig(contextFor(oc, name));
    oc.out(`Now using project "${name}" on server "${oc.server}".\n${firstSteps}`);
  },
});

const firstSteps = `
You can add applications to this project with the 'new-app' command. For example, try:

    oc new-app rails-postgresql-example

to build a new example application in Ruby. Or use kubectl to deploy a simple Kubernetes application:

    kubectl create deployment hello-node --image=registry.k8s.io/e2e-test-images/agnhost:2.43 -- /agnhost serve-hostname

`;
