import { buildConfig } from '../predicates/builds.ts';
import { all, not } from '../predicates/combinators.ts';
import { clusterTrusts, configMap } from '../predicates/trusted-certificates.ts';
import { failed, typed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

interface Config extends Readonly<Record<string, string>> {
  readonly build: string;
}

interface Map extends Readonly<Record<string, string>> {
  readonly map: string;
}

const settings = 'openshift-config';

/** Misconceptions about builds, pushes and certificates. */
export const buildMistakes = {
  buildMissing: defineMistake('build-missing', 'build-on-an-image-stream#write-the-buildconfig', ({ build }: Config) => not(buildConfig(build).exists)),
  buildPastStream: defineMistake(
    'build-past-stream',
    'build-on-an-image-stream#write-the-buildconfig',
    ({ build }: Config) => buildConfig(build).buildsPastStreams,
  ),
  buildOtherInput: defineMistake(
    'build-other-input',
    'build-on-an-image-stream#write-the-buildconfig',
    ({ build, input = '' }: Config & { readonly input: string }) => all(buildConfig(build).exists, not(buildConfig(build).buildsOn(input))),
  ),
  buildOtherOutput: defineMistake(
    'build-other-output',
    'build-on-an-image-stream#write-the-buildconfig',
    ({ build, output = '' }: Config & { readonly output: string }) => all(buildConfig(build).exists, not(buildConfig(build).outputsTo(output))),
  ),
  buildNotTriggered: defineMistake('build-not-triggered', 'triggers-on-builds#follow-the-builder', ({ build }: Config) =>
    all(buildConfig(build).exists, not(buildConfig(build).isTriggeredByImage)),
  ),
  buildNeverRan: defineMistake('build-never-ran', 'build-on-an-image-stream#build-again', ({ build }: Config) =>
    all(buildConfig(build).exists, not(buildConfig(build).hasBuilt)),
  ),
  kindMissing: defineMistake('kind-missing', 'build-on-an-image-stream#write-the-buildconfig', ({ build }: Config) =>
    all(not(buildConfig(build).exists), failed(/(?:apply|create)\s.*-f/)),
  ),
  pushedFromOutside: defineMistake('pushed-from-outside', 'internal-registry-addresses#inside-and-outside', (_: Readonly<Record<string, string>>) =>
    failed(/(?:podman|docker|skopeo)\s.*image-registry\.openshift-image-registry\.svc/),
  ),
  mapElsewhere: defineMistake('ca-map-elsewhere', 'trusted-certificates#trust', ({ map }: Map) =>
    all(not(configMap(settings, map).exists), configMap(settings, map).existsElsewhere),
  ),
  mapMissing: defineMistake('ca-map-missing', 'trusted-certificates#trust', ({ map }: Map) => not(configMap(settings, map).exists)),
  keyWithoutPort: defineMistake('ca-key-without-port', 'trusted-certificates#trust', ({ map, key = '' }: Map & { readonly key: string }) =>
    all(configMap(settings, map).exists, not(configMap(settings, map).hasKey(key))),
  ),
  caNotNamed: defineMistake('ca-not-named', 'trusted-certificates#trust', ({ map }: Map) => not(clusterTrusts(map))),
  importAfterPush: defineMistake('import-after-push', 'push-to-the-internal-registry#next-build', (_: Readonly<Record<string, string>>) =>
    failed(/import-image\b(?!.*--from)/),
  ),
  ocPush: defineMistake('oc-push', 'push-to-the-internal-registry#podman', (_: Readonly<Record<string, string>>) => typed(/^\s*oc\s+push\b/)),
};
