import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { ocTerminal } from '../oc-terminal.ts';

const matchedTypes = `The 'oc new-app' command will match arguments to the following types:

  1. Images tagged into image streams in the current project or the 'openshift' project
     - if you don't specify a tag, we'll add ':latest'
  2. Images in the container storage, on remote registries, or on the local container engine
  3. Templates in the current project or the 'openshift' project
  4. Git repository URLs or local paths that point to Git repositories

--allow-missing-images can be used to point to an image that does not exist yet.

See 'oc new-app -h' for examples.
`;

const notFound = (name: string) => `error:  local file access failed with: stat ${name}: no such file or directory
error: unable to locate any images in image streams, templates loaded in accessible projects, template files, local docker images with name "${name}"

Argument '${name}' was classified as an image, image~source, or loaded template reference.

${matchedTypes}`;

describe('oc new-app of an external image', () => {
  test('makes an image stream, a Deployment that follows it, and a Service', async () => {
    const { out } = await ocTerminal();
    expect(
      await out('new-app quay.io/myorg/myapp:1.0 --name=web'),
    ).toBe(`--> Found container image c09bab7 (22 months old) from quay.io for "quay.io/myorg/myapp:1.0"

    * An image stream tag will be created as "web:1.0" that will track this image

--> Creating resources ...
    imagestream.image.openshift.io "web" created
    deployment.apps "web" created
    service "web" created
--> Success
    Application is not exposed. You can expose services to the outside world by executing one or more of the commands below:
     'oc expose service/web' 
    Run 'oc status' to view your app.
`);
    expect(await out('get deployment web -o jsonpath={.status.readyReplicas}')).toBe('1');
    expect(await out('get deployment web -o jsonpath={.spec.template.spec.containers[0].image}')).toMatch(/^quay\.io\/myorg\/myapp@sha256:[0-9a-f]{64}$/);
  });

  test('names a second application of the same name as clashing, but leaves its image stream alone', async () => {
    const { out, oc } = await ocTerminal();
    await out('new-app quay.io/myorg/myapp:1.0');
    expect(await oc('new-app quay.io/myorg/myapp:1.0')).toEqual({
      stdout: `--> Found container image c09bab7 (22 months old) from quay.io for "quay.io/myorg/myapp:1.0"

    * An image stream tag will be created as "myapp:1.0" that will track this image

--> Creating resources ...
--> Failed
`,
      stderr: `    error: deployments.apps "myapp" already exists
    error: services "myapp" already exists
`,
      exitCode: 1,
    });
  });

  test('numbers components that would share a name', async () => {
    const { out } = await ocTerminal();
    const text = await out('new-app quay.io/myorg/myapp:1.0 quay.io/myorg/myapp:2.0 --dry-run');
    expect(text).toBe(`--> Found container image c09bab7 (22 months old) from quay.io for "quay.io/myorg/myapp:1.0"

    * An image stream tag will be created as "myapp:1.0" that will track this image

--> Found container image 22217aa (22 months old) from quay.io for "quay.io/myorg/myapp:2.0"

    * An image stream tag will be created as "myapp-1:2.0" that will track this image

--> Creating resources ...
    imagestream.image.openshift.io "myapp" created (dry run)
    deployment.apps "myapp" created (dry run)
    imagestream.image.openshift.io "myapp-1" created (dry run)
    deployment.apps "myapp-1" created (dry run)
    service "myapp" created (dry run)
    service "myapp-1" created (dry run)
--> Success (dry run)
`);
  });

  test('says that --docker-image is deprecated', async () => {
    const { oc } = await ocTerminal();
    expect((await oc('new-app --docker-image=quay.io/myorg/myapp:1.0 --dry-run')).stderr).toBe(
      'Flag --docker-image has been deprecated, Deprecated flag use --image\n',
    );
  });

  test('prints what it would create', async () => {
    const { out } = await ocTerminal();
    expect(await out('new-app quay.io/myorg/myapp:1.0 --name=web -l tier=front -e MODE=fast -o yaml')).toBe(`apiVersion: v1
items:
- apiVersion: image.openshift.io/v1
  kind: ImageStream
  metadata:
    annotations:
      openshift.io/generated-by: OpenShiftNewApp
    creationTimestamp: null
    labels:
      app: web
      app.kubernetes.io/component: web
      app.kubernetes.io/instance: web
      tier: front
    name: web
  spec:
    lookupPolicy:
      local: false
    tags:
    - annotations:
        openshift.io/imported-from: quay.io/myorg/myapp:1.0
      from:
        kind: DockerImage
        name: quay.io/myorg/myapp:1.0
      generation: null
      importPolicy:
        importMode: Legacy
      name: "1.0"
      referencePolicy:
        type: ""
  status:
    dockerImageRepository: ""
- apiVersion: apps/v1
  kind: Deployment
  metadata:
    annotations:
      image.openshift.io/triggers: '[{"from":{"kind":"ImageStreamTag","name":"web:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'
      openshift.io/generated-by: OpenShiftNewApp
    creationTimestamp: null
    labels:
      app: web
      app.kubernetes.io/component: web
      app.kubernetes.io/instance: web
      tier: front
    name: web
  spec:
    replicas: 1
    selector:
      matchLabels:
        deployment: web
        tier: front
    strategy: {}
    template:
      metadata:
        annotations:
          openshift.io/generated-by: OpenShiftNewApp
        creationTimestamp: null
        labels:
          deployment: web
          tier: front
      spec:
        containers:
        - env:
          - name: MODE
            value: fast
          image: ' '
          name: web
          ports:
          - containerPort: 8080
            protocol: TCP
          resources: {}
  status: {}
- apiVersion: v1
  kind: Service
  metadata:
    annotations:
      openshift.io/generated-by: OpenShiftNewApp
    creationTimestamp: null
    labels:
      app: web
      app.kubernetes.io/component: web
      app.kubernetes.io/instance: web
      tier: front
    name: web
  spec:
    ports:
    - name: 8080-tcp
      port: 8080
      protocol: TCP
      targetPort: 8080
    selector:
      deployment: web
      tier: front
  status:
    loadBalancer: {}
kind: List
metadata: {}
`);
  });
});

describe('oc new-app of an image stream', () => {
  test('describes the image by its labels and makes no stream', async () => {
    const { out } = await ocTerminal();
    expect(
      await out('new-app --image-stream=php --dry-run'),
    ).toBe(`--> Found image 64532cf (22 months old) in image stream "openshift/php" under tag "8.0-ubi8" for "php"

    Apache 2.4 with PHP 8.0 
    ----------------------- 
    Apache 2.4 with PHP 8.0

    Tags: builder, php, php80


--> Creating resources ...
    deployment.apps "php" created (dry run)
    service "php" created (dry run)
--> Success (dry run)
`);
  });

  test('prefers the stream of the project to that of openshift', async () => {
    const { out } = await ocTerminal();
    await out('import-image php:latest --from=quay.io/myorg/myapp:1.0 --confirm');
    expect(await out('new-app php --dry-run')).toMatch(/^--> Found image c09bab7 \(22 months old\) in image stream "demo\/php" under tag "latest" for "php"\n/);
  });

  test('lists the tags where the tag that was asked for is none of them', async () => {
    const { error } = await ocTerminal();
    const tag = (name: string) => `* Image stream "php" (tag "${name}") in project "openshift"
  Use --image-stream="openshift/php:${name}" to specify this image or template

`;
    expect(await error('new-app php:9 --dry-run')).toBe(`error: multiple images or templates matched "php:9"

Argument 'php:9' was classified as an image, image~source, or loaded template reference.

The argument "php:9" could apply to the following container images, OpenShift image streams, or templates:

${['7.4-ubi8', '8.0-ubi8', '8.0-ubi9', 'latest'].map(tag).join('')}`);
  });

  test('makes a DeploymentConfig with --as-deployment-config', async () => {
    const { out } = await ocTerminal();
    const list = parse(await out('new-app --image-stream=openshift/php:7.4-ubi8 --as-deployment-config -o yaml')) as {
      items: { kind: string; spec: object }[];
    };
    expect(list.items.map(({ kind }) => kind)).toEqual(['DeploymentConfig', 'Service']);
    expect(list.items[0]?.spec).toMatchObject({
      selector: { deploymentconfig: 'php' },
      triggers: [
        { type: 'ConfigChange' },
        {
          type: 'ImageChange',
          imageChangeParams: { automatic: true, containerNames: ['php'], from: { kind: 'ImageStreamTag', name: 'php:7.4-ubi8', namespace: 'openshift' } },
        },
      ],
    });
  });
});

describe('oc new-app of source code', () => {
  test('builds on the image before the ~ and says what the build does', async () => {
    const { out } = await ocTerminal();
    expect(await out('new-app nodejs~https://github.com/sclorg/nodejs-ex --name=site --dry-run')).toBe(`warning: Cannot check if git requires authentication.
--> Found image acb40e1 (22 months old) in image stream "openshift/nodejs" under tag "20-ubi8" for "nodejs"

    Node.js 20 
    ---------- 
    Node.js 20

    Tags: builder, nodejs, nodejs20

    * A source build using source code from https://github.com/sclorg/nodejs-ex will be created
      * The resulting image will be pushed to image stream tag "site:latest"
      * Use 'oc start-build' to trigger a new build

--> Creating resources ...
    imagestream.image.openshift.io "site" created (dry run)
    buildconfig.build.openshift.io "site" created (dry run)
    deployment.apps "site" created (dry run)
    service "site" created (dry run)
--> Success (dry run)
`);
  });
});

describe('oc new-app that finds nothing', () => {
  test('tells what an argument could have been', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-app nosuch')).toBe(notFound('nosuch'));
    expect(await error('new-app --image-stream=nosuch')).toBe(`error: unable to locate any images in image streams with name "nosuch"\n\n${matchedTypes}`);
    expect(await error('new-app --image=quay.io/myorg/myapp:9')).toBe(
      `error: unable to locate any local docker images with name "quay.io/myorg/myapp:9"\n\n${matchedTypes}`,
    );
  });

  test('asks for something to make an application of', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-app')).toMatch(
      /^error: You must specify one or more images, image streams, templates, or source code locations to create an application\.\n\nTo list all local/,
    );
  });

  test('refuses names that cannot be those of a Service', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-app quay.io/myorg/myapp:1.0 --name=Web_1')).toBe(
      "error: invalid name: Web_1. Must be an a lower case alphanumeric (a-z, and 0-9) string with a maximum length of 58 characters, where the first character is a letter (a-z), and the '-' character is allowed anywhere except the first or last character.\n",
    );
    expect(await error('new-app quay.io/myorg/myapp:1.0 --name=x')).toBe('error: invalid name: x\n');
  });
});

describe('oc new-app --list and --search', () => {
  test('list the streams of the project and of openshift', async () => {
    const { out } = await ocTerminal();
    await out('import-image web:1 --from=quay.io/myorg/myapp:1.0 --confirm');
    expect(await out('new-app -L')).toBe(`Image streams (oc new-app --image-stream=<image-stream> [--code=<source>])
-----
nodejs
  Project: openshift
  Tags:    20-ubi8, 20-ubi9, latest
php
  Project: openshift
  Tags:    7.4-ubi8, 8.0-ubi8, 8.0-ubi9, latest
web
  Project: demo
  Tags:    1

`);
  });

  test('say that nothing matches', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-app --search ruby')).toBe('error: no matches found\n');
  });

  test('do not go together, nor with arguments and environment', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-app -L --search')).toBe("error: --list and --search can't be used together\n");
    expect(await error('new-app --list x')).toBe("error: --list can't be used with arguments\n");
    expect(await error('new-app -e A=1 --list')).toBe("error: --search can't be used with --env\n");
  });
});

describe('oc new-build', () => {
  test('labels what it makes and says how to start a binary build', async () => {
    const { out } = await ocTerminal();
    expect(
      await out('new-build php --binary --name=bin --dry-run'),
    ).toBe(`--> Found image 64532cf (22 months old) in image stream "openshift/php" under tag "8.0-ubi8" for "php"

    Apache 2.4 with PHP 8.0 
    ----------------------- 
    Apache 2.4 with PHP 8.0

    Tags: builder, php, php80

    * A source build using binary input will be created
      * The resulting image will be pushed to image stream tag "bin:latest"
      * A binary build was created, use 'oc start-build --from-dir' to trigger a new build

--> Creating resources with label build=bin ...
    imagestream.image.openshift.io "bin" created (dry run)
    buildconfig.build.openshift.io "bin" created (dry run)
--> Success (dry run)
`);
  });

  test('builds source behind a ~ unseen, and clones what --code names even where the builder is named', async () => {
    const { out, error } = await ocTerminal();
    const code = 'https://github.com/sclorg/nodejs-ex.git';
    expect(await out(`new-build --image-stream=nodejs:20-ubi8~${code} --name=site -o name`)).toBe(
      'imagestream.image.openshift.io/site\nbuildconfig.build.openshift.io/site\n',
    );
    // oc pkg/helpers/newapp/cmd/resolve.go AddComponentInputsToRefBuilder: DetectSource comes before the components
    for (const line of [`new-build --image-stream=nodejs:20-ubi8 --code=${code} --name=shop`, `new-build nodejs~${code} --code=${code} --name=shop`]) {
      expect(await error(line)).toMatch(
        /^error: shallow cloning repository "https:\/\/github.com\/sclorg\/nodejs-ex.git" .*Could not resolve host: github.com\n$/s,
      );
    }
  });

  test('needs source, a Dockerfile or binary input', async () => {
    const { error } = await ocTerminal();
    expect(await error('new-build php --dry-run')).toBe(
      'error: you must specify at least one source repository URL, provide a Dockerfile, or indicate you wish to use binary builds\n',
    );
    expect(await error('new-build')).toMatch(/^error: You must specify one or more images, image streams, or source code locations to create a build\.\n/);
  });
});
