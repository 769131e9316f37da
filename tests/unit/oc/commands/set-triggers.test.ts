import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc set triggers', () => {
  test('adds, pauses, shows and removes an image trigger of a Deployment', async () => {
    const { out } = await ocTerminal();
    await out('tag quay.io/myorg/myapp:1.0 app:1');
    await out('create deployment d --image=quay.io/myorg/myapp:1.0');
    expect(await out('set triggers deploy/d --from-image=app:1 -c myapp')).toBe('deployment.apps/d triggers updated\n');
    expect(await out('set triggers deploy/d --from-image=app:1 -c myapp')).toBe('');
    expect(await out('set triggers deploy/d')).toBe(
      'NAME           TYPE    VALUE          AUTO\ndeployments/d  config                 true\ndeployments/d  image   app:1 (myapp)  true\n',
    );
    await out('set triggers deploy/d --manual');
    expect(await out('set triggers deploy/d')).toBe(
      'NAME           TYPE    VALUE          AUTO\ndeployments/d  config                 false\ndeployments/d  image   app:1 (myapp)  false\n',
    );
    await out('set triggers deploy/d --from-image=app:1 --remove');
    await out('set triggers deploy/d --from-config');
    expect(await out('set triggers deploy/d')).toBe('NAME           TYPE    VALUE  AUTO\ndeployments/d  config         true\n');
  });

  test('writes the annotation as OpenShift does', async () => {
    const { out } = await ocTerminal();
    await out('create deployment d --image=nginx');
    await out('set triggers deploy/d --from-image=openshift/nodejs:latest -c nginx --manual');
    expect(JSON.parse(await out('get deploy d -o jsonpath={.metadata.annotations.image\\.openshift\\.io/triggers}'))).toEqual([
      {
        from: { kind: 'ImageStreamTag', name: 'nodejs:latest', namespace: 'openshift' },
        fieldPath: 'spec.template.spec.containers[?(@.name=="nginx")].image',
        paused: true,
      },
    ]);
  });

  test('shows an unreadable annotation as an error and does not touch it', async () => {
    const { out, error } = await ocTerminal();
    await out('create deployment d --image=nginx');
    await out('annotate deploy d image.openshift.io/triggers=nojson');
    expect(await out('set triggers deploy/d')).toBe('NAME           TYPE     VALUE  AUTO\ndeployments/d  <error>         false\n');
    expect(await error('set triggers deploy/d --auto')).toBe('error: deployments/d does not support triggers\n');
  });

  test.each([
    ['--auto --manual', 'error: you must specify at most one of --auto or --manual\n'],
    ['--remove', 'error: --remove requires a flag defining a trigger type to be specified\n'],
    ['--remove --remove-all', 'error: you must specify either --remove or --remove-all\n'],
    ['--remove-all --auto', 'error: --remove-all may not be used with any other flag\n'],
    ['--from-config --from-image=app:1', 'error: you may only set one trigger type at a time\n'],
    ['--from-image=app', 'error: the value of --from-image must include the tag you wish to pull from\n'],
    ['--from-image=quay.io/a/b:1', 'error: the value of --from-image must point to an image stream tag on this server\n'],
    ['--from-image=APP:1', 'error: the value of --from-image does not appear to be a valid reference to an image: repository name must be lowercase\n'],
    ['--from-image=app:1', 'error: deployments/d you must specify --containers when setting --from-image\n'],
    ['--from-image=app:1 -c x,nginx', 'error: deployments/d not all container names exist: x (accepts: nginx)\n'],
    ['--from-github', 'error: deployments/d does not support GitHub web hooks\n'],
  ])('refuses %s', async (flags, message) => {
    const { out, error } = await ocTerminal();
    await out('create deployment d --image=nginx');
    expect(await error(`set triggers deploy/d ${flags}`)).toBe(message);
  });
});

describe('oc set image-lookup', () => {
  test('switches and lists local lookup of streams and workloads', async () => {
    const { out, error } = await ocTerminal();
    await out('create is app');
    await out('create deployment d --image=nginx');
    expect(await out('set image-lookup')).toBe('NAME  LOCAL\napp   false\n');
    expect(await out('set image-lookup app')).toBe('imagestream.image.openshift.io/app image lookup updated\n');
    expect(await out('set image-lookup app')).toBe('');
    expect(await out('set image-lookup deploy/d')).toBe('deployment.apps/d image lookup updated\n');
    expect(await out('set image-lookup deploy/d --list')).toBe('NAME           LOCAL\ndeployments/d  true\n');
    expect(await out('set image-lookup deploy/d --enabled=false')).toBe('deployment.apps/d image lookup updated\n');
    expect(await out('set image-lookup deploy/d --enabled=false')).toBe('');
    expect(await error('set image-lookup nosuch')).toBe('Error from server (NotFound): imagestreams.image.openshift.io "nosuch" not found\n');
    expect(await error('set image-lookup --local app')).toBe('error: pass files with -f when using --local\n');
  });
});
