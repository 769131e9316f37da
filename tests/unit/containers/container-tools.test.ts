import { describe, expect, test } from 'vitest';
import { containerWorkstation } from './workstation.ts';

const withoutHashes = (text: string) => text.replace(/\b[0-9a-f]{64}\b/g, 'LONG').replace(/\b[0-9a-f]{12}\b/g, 'SHORT');

/** What a line prints, one after the other in the same terminal; hashes are named. */
async function printed(lines: readonly string[]): Promise<readonly string[]> {
  const { run } = await containerWorkstation();
  const results: string[] = [];
  for (const line of lines) {
    const { stdout, stderr, exitCode } = await run(line);
    results.push(withoutHashes(`${stdout}${stderr}`) + (exitCode === 0 ? '' : `[${exitCode}]`));
  }
  return results;
}

describe('podman', () => {
  test('builds step by step, and takes what it built before', async () => {
    const [first, second] = await printed(['podman build -t app:1 .', 'podman build -t app:1 .']);
    expect(first).toBe(
      'STEP 1/3: FROM scratch\nSTEP 2/3: COPY app.js /app/\n--> SHORT\nSTEP 3/3: CMD ["node", "/app/app.js"]\nCOMMIT app:1\n--> SHORT\nSuccessfully tagged localhost/app:1\nLONG\n',
    );
    expect(second).toBe(
      'STEP 1/3: FROM scratch\nSTEP 2/3: COPY app.js /app/\n--> Using cache LONG\nSTEP 3/3: CMD ["node", "/app/app.js"]\nCOMMIT app:1\n--> SHORT\nSuccessfully tagged localhost/app:1\nLONG\n',
    );
  });

  test('reads every instruction that changes a configuration', async () => {
    const { out, shell } = await containerWorkstation();
    await shell.writeFile(
      'all/Containerfile',
      [
        'ARG BASE=scratch',
        'FROM ${BASE} AS build',
        'RUN make',
        'FROM scratch',
        'ARG VERSION=1',
        'LABEL version=$VERSION \\',
        '      vendor="An Other"',
        'ENV PORT=8080 MODE="a b"',
        'COPY --from=build /out /app',
        'WORKDIR /app',
        'WORKDIR bin',
        'EXPOSE $PORT 9/udp',
        'VOLUME /data',
        'USER 1001',
        'ENTRYPOINT ["run"]',
        'CMD server --all',
      ].join('\n'),
    );
    await out('podman build -t app:1 --build-arg VERSION=2 all');
    expect(JSON.parse(await out("podman inspect app:1 --format '{{json .Config}}'"))).toEqual({
      Labels: { version: '2', vendor: 'An Other', 'io.buildah.version': '1.37.2' },
      Env: ['PORT=8080', 'MODE=a b'],
      WorkingDir: '/app/bin',
      ExposedPorts: { '8080/tcp': {}, '9/udp': {} },
      Volumes: { '/data': {} },
      User: '1001',
      Entrypoint: ['run'],
      Cmd: ['/bin/sh', '-c', 'server --all'],
    });
  });

  test('lists, names and removes images', async () => {
    expect(
      await printed([
        'podman images',
        'podman build -q -t app:1 .',
        'podman tag app:1 quay.io/developer/app:1',
        'podman images',
        'podman images --format "{{.Repository}}:{{.Tag}}" app',
        'podman rmi app:1',
        'podman rmi quay.io/developer/app:1',
        'podman rmi app:1',
      ]),
    ).toEqual([
      'REPOSITORY  TAG         IMAGE ID    CREATED     SIZE\n',
      'LONG\n',
      '',
      'REPOSITORY             TAG         IMAGE ID      CREATED        SIZE\nlocalhost/app          1           SHORT  2 seconds ago  532 B\nquay.io/developer/app  1           SHORT  2 seconds ago  532 B\n',
      'localhost/app:1\nquay.io/developer/app:1\n',
      'Untagged: localhost/app:1\n',
      'Untagged: quay.io/developer/app:1\nDeleted: LONG\n',
      'Error: app:1: image not known\n[1]',
    ]);
  });

  test('logs in, pushes, lists and deletes at a registry outside', async () => {
    const copied = 'Getting image source signatures\nCopying blob sha256:LONG\nCopying config sha256:LONG\nWriting manifest to image destination\n';
    expect(
      await printed([
        'podman build -q -t quay.io/developer/app:1 .',
        'podman push quay.io/developer/app:1',
        'podman login -u developer -p wrong quay.io',
        'echo developer | podman login -u developer --password-stdin quay.io',
        'podman login quay.io',
        'podman push quay.io/developer/app:1',
        'podman push quay.io/developer/app:1 quay.io/myorg/custom-server:1.0',
        'skopeo list-tags docker://quay.io/developer/app',
        'skopeo delete docker://quay.io/developer/app:1',
        'skopeo list-tags docker://quay.io/developer/app',
        'podman logout quay.io',
        'podman logout quay.io',
        'podman pull quay.io/developer/app:1',
      ]),
    ).toEqual([
      'LONG\n',
      'Getting image source signatures\nError: trying to reuse blob sha256:LONG at destination: checking whether a blob sha256:LONG exists in quay.io/developer/app: unauthorized: access to the requested resource is not authorized\n[125]',
      'Error: logging into "quay.io": invalid username/password\n[125]',
      'Login Succeeded!\n',
      'Authenticating with existing credentials for quay.io\nExisting credentials are valid. Already logged in to quay.io\n',
      copied,
      'Getting image source signatures\nError: writing blob: initiating layer upload to /v2/myorg/custom-server/blobs/uploads/ in quay.io: unauthorized: access to the requested resource is not authorized\n[125]',
      '{\n    "Repository": "quay.io/developer/app",\n    "Tags": [\n        "1"\n    ]\n}\n',
      '',
      '{\n    "Repository": "quay.io/developer/app",\n    "Tags": []\n}\n',
      'Removed login credentials for quay.io\n',
      'Error: not logged into quay.io\n[125]',
      'Trying to pull quay.io/developer/app:1...\nError: initializing source docker://quay.io/developer/app:1: reading manifest 1 in quay.io/developer/app: unauthorized: access to the requested resource is not authorized\n[125]',
    ]);
  });

  test('logs in for oc too', async () => {
    const { out, error } = await containerWorkstation();
    const info = 'oc image info registry.ocp4.example.com:8443/developer/custom-server:1.0';
    expect(await error(info)).toContain('unauthorized');
    await out('podman login -u developer -p developer registry.ocp4.example.com:8443');
    expect(await out(`${info} | head -1`)).toBe('Name:          registry.ocp4.example.com:8443/developer/custom-server:1.0\n');
    const secret = 'oc create secret generic quay --from-file=.dockerconfigjson=$XDG_RUNTIME_DIR/containers/auth.json --type=kubernetes.io/dockerconfigjson';
    expect(await out(secret)).toBe('secret/quay created\n');
  });

  test.each([
    ['podman push nope', 'Error: nope: image not known\n[125]'],
    ['podman tag nope a', 'Error: nope: image not known\n[125]'],
    ['podman inspect nope', '[]\nError: no such object: "nope"\n[125]'],
    ['podman pull --nope a', "Error: unknown flag: --nope\nSee 'podman pull --help'\n[125]"],
    ['podman bogus', "Error: unrecognized command `podman bogus`\nTry 'podman --help' for more information\n[125]"],
    ['podman run nginx', 'podman run: not available in this terminal\n[127]'],
    ['podman --version', 'podman version 5.2.2\n'],
    ['podman ps', 'CONTAINER ID  IMAGE       COMMAND     CREATED     STATUS      PORTS       NAMES\n'],
    [
      'mkdir empty; podman build empty',
      'Error: no Containerfile or Dockerfile specified or found in context directory, /home/developer/empty: no such file or directory\n[125]',
    ],
    [
      'rm app.js; podman build .',
      'STEP 1/3: FROM scratch\nSTEP 2/3: COPY app.js /app/\nError: building at STEP "COPY app.js /app/": checking on sources under "/home/developer": copier: stat: "/app.js": no such file or directory\n[125]',
    ],
  ])('%s', async (line, expected) => {
    expect(await printed([line])).toEqual([expected]);
  });
});

describe('docker', () => {
  test('pulls, tags, pushes and removes in its own words', async () => {
    const [pull, images, login, , push, remove] = await printed([
      'docker pull quay.io/myorg/custom-server:1.0',
      'docker images',
      'docker login -u developer -p developer quay.io',
      'docker tag quay.io/myorg/custom-server:1.0 quay.io/developer/app',
      'docker push quay.io/developer/app',
      'docker rmi quay.io/developer/app quay.io/myorg/custom-server:1.0',
    ]);
    expect(pull).toBe(
      '1.0: Pulling from myorg/custom-server\nSHORT: Pulling fs layer\nSHORT: Pulling fs layer\nSHORT: Pull complete\nSHORT: Pull complete\nDigest: sha256:LONG\nStatus: Downloaded newer image for quay.io/myorg/custom-server:1.0\nquay.io/myorg/custom-server:1.0\n',
    );
    expect(images).toBe(
      'REPOSITORY                    TAG       IMAGE ID       CREATED         SIZE\nquay.io/myorg/custom-server   1.0       SHORT   22 months ago   39.6MB\n',
    );
    expect(login).toBe(
      "Login Succeeded\nWARNING! Using --password via the CLI is insecure. Use --password-stdin.\nWARNING! Your credentials are stored unencrypted in '/home/developer/.docker/config.json'.\nConfigure a credential helper to remove this warning. See\nhttps://docs.docker.com/go/credential-store/\n\n",
    );
    expect(push).toMatch(
      /^Using default tag: latest\nThe push refers to repository \[quay\.io\/developer\/app\]\n(SHORT: Preparing\n){2}(SHORT: Pushed\n){2}latest: digest: sha256:LONG size: \d+\n$/,
    );
    expect(remove).toBe(
      'Untagged: quay.io/developer/app:latest\nUntagged: quay.io/myorg/custom-server:1.0\nUntagged: quay.io/myorg/custom-server@sha256:LONG\nUntagged: quay.io/developer/app@sha256:LONG\nDeleted: sha256:LONG\n',
    );
  });

  test('builds with the words of its daemon', async () => {
    expect(await printed(['docker build -f Containerfile -t app:1 .'])).toEqual([
      'Sending build context to Docker daemon  2.048kB\nStep 1/3 : FROM scratch\nStep 2/3 : COPY app.js /app/\n ---> SHORT\nStep 3/3 : CMD ["node", "/app/app.js"]\n ---> SHORT\nSuccessfully built SHORT\nSuccessfully tagged app:1\n',
    ]);
  });
});

describe('skopeo', () => {
  test('reads and copies without pulling', async () => {
    expect(
      await printed([
        "skopeo inspect --format '{{.Name}} {{.Architecture}} {{.Labels.version}} {{len .Layers}}' docker://quay.io/myorg/custom-server:1.0",
        'skopeo inspect --config docker://quay.io/myorg/custom-server:1.0 | grep \'"os"\'',
        'skopeo copy --dest-creds developer:developer docker://quay.io/myorg/custom-server:1.0 docker://quay.io/developer/copy:1',
        'skopeo inspect quay.io/myorg/custom-server',
        'skopeo inspect docker://quay.io/myorg/custom-server:none',
        'skopeo inspect docker://nowhere.example.com/a/b',
      ]),
    ).toEqual([
      'quay.io/myorg/custom-server amd64 1.0 2\n',
      '    "os": "linux",\n',
      'Getting image source signatures\nCopying blob sha256:LONG\nCopying blob sha256:LONG\nCopying config sha256:LONG\nWriting manifest to image destination\n',
      'FATA[0000] Error parsing image name "quay.io/myorg/custom-server": Invalid image name "quay.io/myorg/custom-server", expected colon-separated transport:reference\n[1]',
      'FATA[0000] Error parsing image name "docker://quay.io/myorg/custom-server:none": reading manifest none in quay.io/myorg/custom-server: manifest unknown\n[1]',
      'FATA[0000] Error parsing image name "docker://nowhere.example.com/a/b": pinging container registry nowhere.example.com: Get "https://nowhere.example.com/v2/": dial tcp: lookup nowhere.example.com: no such host\n[1]',
    ]);
  });
});
