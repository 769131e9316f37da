import { describe, expect, it } from 'vitest';
import {
  daemonMinimal,
  dockerClientDefaults,
  exact,
  type ImageReference,
  imageReference,
  imageReferenceString,
  isSameReference,
  mostSpecific,
  parseImageReference,
  repositoryName,
  tryParseImageReference,
} from '../../../src/imageutil/image-reference.ts';

const digest = `sha256:${'3c87c572822935df60f0f5d3665bd376841a7fcfeb806b5f212de6a00e9a7b25'}`;
const parts = (reference: ImageReference) => Object.values({ ...imageReference({}), ...reference }).join('|');
const parse = (spec: string) => tryParseImageReference(spec) as ImageReference;

describe('parseImageReference', () => {
  it.each([
    ['bar', '||bar||'],
    ['bar:tag', '||bar|tag|'],
    ['foo/bar', '|foo|bar||'],
    ['bar/baz/qux', '|bar|baz/qux||'],
    ['foo/bar/baz:other', '|foo|bar/baz|other|'],
    ['hello.foo/bar', 'hello.foo||bar||'],
    ['bar:5000/foo/baz', 'bar:5000|foo|baz||'],
    ['localhost/foo', 'localhost||foo||'],
    ['bar.com', 'bar.com||||'],
    ['localhost:5000', 'localhost:5000||||'],
    ['registry.example.com:8443/team/app:1.0', 'registry.example.com:8443|team|app|1.0|'],
    [`bar@${digest}`, `||bar||${digest}`],
    [`foo/bar:tag@${digest}`, `|foo|bar|tag|${digest}`],
    ['docker.io/library/nginx:latest', 'docker.io|library|nginx|latest|'],
  ])('takes %s apart', (spec, expected) => {
    expect(parts(parse(spec))).toBe(expected);
  });

  it.each([
    ['', 'repository name must have at least one component'],
    ['NGINX', 'repository name must be lowercase'],
    ['quay.io/Foo/bar:1', 'repository name must be lowercase'],
    ['https://quay.io/myorg/myapp', 'invalid reference format'],
    ['quay.io//bar', 'invalid reference format'],
    ['a:b:c', 'invalid reference format'],
    ['nginx@sha256:abc', 'invalid reference format'],
    ['registry/a-|///bbb', 'invalid reference format'],
    [`nginx@sha256:${'0'.repeat(40)}`, 'invalid checksum digest length'],
    [`nginx@sha999:${'0'.repeat(64)}`, 'unsupported digest algorithm'],
    ['a'.repeat(256), 'repository name must not be more than 255 characters'],
  ])('says what is wrong with %s', (spec, error) => {
    expect(parseImageReference(spec)).toEqual({ ok: false, error });
  });

  it('stays quick on names that almost match', () => {
    expect(parseImageReference(`${'a'.repeat(5000)}!`).ok).toBe(false);
  });
});

describe('forms of a reference', () => {
  it.each([
    ['nginx', 'docker.io/library/nginx:latest'],
    ['docker.io/nginx', 'docker.io/library/nginx:latest'],
    ['index.docker.io/nginx', 'index.docker.io/library/nginx:latest'],
    ['quay.io/nginx', 'quay.io/nginx:latest'],
    ['team/app:2', 'docker.io/team/app:2'],
  ])('%s means %s to the Docker client', (spec, expected) => {
    expect(exact(dockerClientDefaults(parse(spec)))).toBe(expected);
  });

  it.each([
    ['registry-1.docker.io/library/nginx:latest', 'docker.io/nginx'],
    ['docker.io/library/nginx:1', 'docker.io/nginx:1'],
    ['quay.io/library/nginx:latest', 'quay.io/library/nginx'],
  ])('%s is shortened to %s', (spec, expected) => {
    expect(exact(daemonMinimal(parse(spec)))).toBe(expected);
  });

  it('prefers a digest to a tag, and takes for a tag what is no digest', () => {
    expect(exact(mostSpecific(parse(`a/b:tag@${digest}`)))).toBe(`a/b@${digest}`);
    expect(exact(mostSpecific(imageReference({ name: 'b', id: 'v1id' })))).toBe('b:v1id');
  });

  it('names the repository inside its registry', () => {
    expect(repositoryName(parse('quay.io/a/b/c:1'))).toBe('a/b/c');
  });

  it('prints the library of Docker Hub', () => {
    expect(imageReferenceString(imageReference({ registry: 'docker.io', name: 'nginx' }))).toBe('docker.io/library/nginx');
  });

  it('knows when two names mean the same', () => {
    expect(isSameReference(parse('foobar'), parse('docker.io/library/foobar:latest'))).toBe(true);
    expect(isSameReference(parse('foobar'), parse('quay.io/library/foobar:latest'))).toBe(false);
  });
});
