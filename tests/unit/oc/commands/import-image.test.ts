import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc import-image', () => {
  test('shows the stream and the image that came', async () => {
    const { out } = await ocTerminal();
    const text = await out('import-image app:1 --from=quay.io/myorg/myapp:1.0 --confirm');
    expect(text.replace(/dockerRepositoryCheck=\S+/, 'dockerRepositoryCheck=<time>')).toBe(`imagestream.image.openshift.io/app imported

Name:			app
Namespace:		demo
Created:		Less than a second ago
Labels:			<none>
Annotations:		openshift.io/image.dockerRepositoryCheck=<time>
Image Repository:	image-registry.openshift-image-registry.svc:5000/demo/app
Image Lookup:		local=false
Unique Images:		1
Tags:			1

1
  tagged from quay.io/myorg/myapp:1.0

  * quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a
      Less than a second ago

Image Name:	app:1.0
Docker Image:	quay.io/myorg/myapp@sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a
Name:		sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a
Created:	Less than a second ago
Annotations:	image.openshift.io/dockerLayersOrder=ascending
Image Size:	39.62MB in 2 layers
Layers:		39.62MB	sha256:70e301d7eb79195500a48da645f9f62fece6427af986e93dbf6159db93c5a1ed
		1.745kB	sha256:6c3fa86d33779d5d0d4fd9dd0c5b2da25f52072f3e404033b9b0eb5fa5d9cfff
Image Created:	22 months ago
Author:		<none>
Arch:		amd64
Command:	/bin/sh -c exec server
Working Dir:	/
User:		1001
Exposes Ports:	8080/tcp
Docker Labels:	name=myorg/myapp
		version=1.0
Environment:	PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
		container=oci


`);
  });

  test('previews with --dry-run and changes nothing', async () => {
    const { out, oc } = await ocTerminal();
    expect(await out('import-image app --from=quay.io/myorg/myapp:1.0 --confirm --dry-run')).toMatch(
      /^imagestream\.image\.openshift\.io\/app imported \(dry run\)\n\nImage Name:\tapp:1\.0\n/,
    );
    expect((await oc('get is')).stderr).toBe('No resources found in demo namespace.\n');
  });

  test('says which tag failed, shows the stream with the failure, and fails', async () => {
    const { oc } = await ocTerminal();
    const { stdout, stderr, exitCode } = await oc('import-image app:9 --from=quay.io/myorg/myapp:99 --confirm');
    expect({ stderr, exitCode }).toEqual({
      stderr: 'error: tag 99 failed: dockerimage.image.openshift.io "quay.io/myorg/myapp:99" not found\nerror: imported completed with errors\n',
      exitCode: 1,
    });
    expect(stdout).toContain(
      '  ! error: Import failed (NotFound): dockerimage.image.openshift.io "quay.io/myorg/myapp:99" not found\n      Less than a second ago\n',
    );
  });

  test('explains why a tag cannot be imported again', async () => {
    const { out, error } = await ocTerminal();
    await out('tag quay.io/myorg/myapp:1.0 app:1');
    await out('tag app:1 app:copy');
    await out('tag --alias app:me app:me');
    await out('create istag app:empty');
    const ways = "- use the 'tag' command if you want to change the source to";
    expect(await error('import-image app:1 --from=quay.io/myorg/myapp:2.0')).toBe(
      `error: the tag "1" points to "quay.io/myorg/myapp:1.0" ${ways} "quay.io/myorg/myapp:2.0"\n`,
    );
    expect(await error('import-image app:copy')).toMatch(
      /^error: tag "copy" points to existing ImageStreamImage "app@sha256:[0-9a-f]+", it cannot be re-imported\n$/,
    );
    expect(await error('import-image app:me')).toBe('error: tag "me" on the image stream is a reference to same tag\n');
    expect(await error('import-image app:empty')).toBe(
      `error: tag "empty" already exists - you must use the 'tag' command if you want to change the source to ""\n`,
    );
    expect(await error('import-image app:none')).toBe(
      `error: the tag "none" does not exist on the image stream - choose an existing tag to import or use the 'tag' command to create a new tag\n`,
    );
    expect(await error('import-image app --all --from=quay.io/myorg/myapp')).toBe(
      'error: the image stream does not currently import an entire Docker repository, pass --confirm to update\n',
    );
  });

  test.each([
    ['import-image', 'error: the image name must be a valid container image pull spec or reference to an image stream (e.g. myregistry/myteam/image:tag)\n'],
    ['import-image app', 'error: no image stream named "app" exists, pass --confirm to create and import\n'],
    ['import-image app:1 --all', 'error: cannot specify a tag "app:1" as well as --all\n'],
    [`import-image app@sha256:${'a'.repeat(64)}`, "error: to import images by ID, use the 'tag' command\n"],
    ['import-image app --reference-policy=remote', 'error: valid reference policy values are source or local\n'],
    ['import-image app --import-mode=Other', 'error: valid ImportMode values are Legacy or PreserveOriginal\n'],
  ])('refuses `oc %s`', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(line)).toBe(message);
  });
});
