import { all, not } from '../predicates/combinators.ts';
import { imageStream } from '../predicates/image-streams.ts';
import { clusterTrusts, configMap } from '../predicates/trusted-certificates.ts';
import { failed, inPattern, succeeded, typed } from '../predicates/typed-commands.ts';
import { defineMistake } from './mistake.ts';

const settings = 'openshift-config';
const trust = 'trusted-certificates#trust';
const push = 'push-to-the-internal-registry#podman';

const pushed = succeeded(/^\s*(?:(?:podman|docker)\s+(?:image\s+)?push|skopeo\s+copy)\b/);

/** Misconceptions about pushes and certificates. */
export const registryMistakes = {
  pushedFromOutside: defineMistake('pushed-from-outside', 'internal-registry-addresses#inside-and-outside', [], () =>
    all(failed(/(?:podman|docker|skopeo)\s.*image-registry\.openshift-image-registry\.svc/), not(pushed)),
  ),
  importAfterPush: defineMistake('import-after-push', 'push-to-the-internal-registry#next-build', ['stream'], ({ stream }) =>
    all(
      imageStream(stream).hasImage,
      not(imageStream(stream).hasSource),
      failed(new RegExp(`import-image\\b(?!.*--from).*(?<![\\w./-])${inPattern(stream)}(?![\\w-])`)),
    ),
  ),
  ocPush: defineMistake('oc-push', push, [], () => all(typed(/^\s*oc\s+push\b/), not(pushed))),
  mapElsewhere: defineMistake('ca-map-elsewhere', trust, ['map'], ({ map }) =>
    all(not(configMap(settings, map).exists), configMap(settings, map).existsElsewhere),
  ),
  mapMissing: defineMistake('ca-map-missing', trust, ['map'], ({ map }) => not(configMap(settings, map).exists)),
  keyWithoutPort: defineMistake('ca-key-without-port', trust, ['map', 'key'], ({ map, key }) =>
    all(configMap(settings, map).exists, not(configMap(settings, map).hasKey(key))),
  ),
  caNotNamed: defineMistake('ca-not-named', trust, ['map'], ({ map }) => not(clusterTrusts(map))),
};
