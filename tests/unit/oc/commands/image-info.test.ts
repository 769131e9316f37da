import { describe, expect, test } from 'vitest';
import { ocTerminal } from '../oc-terminal.ts';

describe('oc image info', () => {
  test('shows one image of a manifest list', async () => {
    const { out } = await ocTerminal();
    expect(await out('image info quay.io/keycloak/keycloak:20.0.3 --filter-by-os=linux/amd64')).toBe(`Name:          quay.io/keycloak/keycloak:20.0.3
Digest:        sha256:1afe2437f10ef75774bb089d5c9fa920efb4293002ced2cf12e56c185c83adc9
Manifest List: sha256:630d1045abb0946e69715bb3e26985cb8f15bbb2b45131f4ee006a2221f0cb4f
Media Type:    application/vnd.docker.distribution.manifest.v2+json
Created:       1y ago
Image Size:    193.7MB in 3 layers
Layers:        37.83MB sha256:a79e3759e94fac5f07f197c3170c86c9180c52f70e7e23e09254d59baebe8349
               155.8MB sha256:db90a10e6b24e542fb07a1e5ff626b52e46d35477e8d654aef1edbbfdc9e8531
               3.452kB sha256:6ba92deb3dad1387e92a6eefdf0f06f64c0280ed699a03974f22e799ec0e6a08
OS:            linux
Arch:          amd64
Entrypoint:    /opt/keycloak/bin/kc.sh
Working Dir:   /
User:          1000
Exposes Ports: 8080/tcp, 8443/tcp
Environment:   container=oci
               LANG=en_US.UTF-8
Labels:        io.k8s.display-name=Keycloak Server on JVM
               io.openshift.expose-services=8080:http,8443:https
               org.opencontainers.image.source=https://github.com/keycloak-rel/keycloak-rel
               version=20.0.3

`);
  });

  test('uses the logins of a file', async () => {
    const { out, error, files } = await ocTerminal();
    const image = 'registry.ocp4.example.com:8443/developer/custom-server:1.0.0';
    expect(await error(`image info ${image}`)).toMatch(
      /^error: unable to read image registry\.ocp4\.example\.com:8443\/developer\/custom-server:1\.0\.0: unauthorized/,
    );
    files.set('/home/user/auth.json', JSON.stringify({ auths: { 'registry.ocp4.example.com:8443': { auth: btoa('developer:developer') } } }));
    expect(await out(`image info ${image} -a auth.json`)).toMatch(new RegExp(`^Name: {10}${image}\n`));
  });

  test.each([
    ['', 'error: info expects at least one argument, an image pull spec\n'],
    ['UPPER', 'error: "UPPER" is not a valid image reference: repository name must be lowercase\n'],
    ['quay.io/nosuch/image:1', 'error: unable to read image quay.io/nosuch/image:1: unauthorized: access to the requested resource is not authorized\n'],
    ['quay.io/myorg/myapp:1.0 -o yaml', "error: unrecognized --output, only 'json' is supported\n"],
  ])('refuses `oc image info %s`', async (line, message) => {
    const { error } = await ocTerminal();
    expect(await error(`image info ${line}`)).toBe(message);
  });
});
