import {
  all,
  defineExercise,
  type FeedbackOf,
  failed,
  imageStream,
  imageStreams,
  imageStreamTags,
  mistakes,
  otherwise,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const repository = 'quay.io/keycloak/keycloak';
const stream = imageStream('keycloak');

/** A tag of the stream, and the tag of the same name in the registry that it has to come from. */
const wanted = (tag: string) => {
  const named = { stream: 'keycloak', tag, source: `${repository}:${tag}` };
  const its = streamTag('keycloak', tag);
  return { named, its, check: all(its.isImportedFrom(named.source), its.holds({ host: 'quay.io', repository: 'keycloak/keycloak', tag })) };
};

const [oldest, middle, newest] = [wanted('19.0'), wanted('20.0.2'), wanted('20.0.3')];
const untouched = middle.its.isImportedFrom(`${repository}:19.0`);

const declared = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: keycloak
spec:
  tags:
${['19.0', '20.0.2', '20.0.3'].map((tag) => `  - name: "${tag}"\n    from:\n      kind: DockerImage\n      name: ${repository}:${tag}`).join('\n')}`;

/** Three tags of one stream, each by the command that fits: a wrong one is overwritten, new ones are made, and a failed one goes. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'three-ways-to-a-tag',
  guides: ['three-ways-to-a-tag', 'import-an-image', 'change-the-tags-of-a-stream'],
  scenario: {
    user: 'developer',
    project: 'identity',
    setup: [{ run: `oc create istag keycloak:20.0.2 --from-image=${repository}:19.0` }, { run: `oc tag ${repository}:20.0 keycloak:20.0` }, { pass: '1h' }],
  },
  goals: [
    {
      id: 'corrected',
      points: 30,
      about: [imageStreamTags('keycloak', '20.0.2')],
      check: middle.check,
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.streamElsewhere(middle.named),
        mistakes.streamMissing(middle.named),
        mistakes.tagUndeclared(middle.named),
        mistakes.tagMissing(middle.named),
        { ...mistakes.istagNotUpdated(middle.named), when: all(untouched, failed(/create\s+(?:istag|imagestreamtag)\s.*20\.0\.2/)) },
        { ...mistakes.sourceNotChanged(middle.named), when: all(untouched, failed(/import-image\s.*20\.0\.2.*--from/)) },
        mistakes.otherSource(middle.named),
        otherwise(mistakes.tagOtherImage(middle.named, 10)),
      ],
    },
    {
      id: 'oldest',
      points: 20,
      about: [imageStreamTags('keycloak', '19.0')],
      check: oldest.check,
      seeWith: 'oc get istag',
      diagnoses: [mistakes.importNotFound(oldest.named, 5), mistakes.otherSource(oldest.named, 5), otherwise(mistakes.tagMissing(oldest.named))],
    },
    {
      id: 'newest',
      points: 20,
      about: [imageStreamTags('keycloak', '20.0.3')],
      check: newest.check,
      seeWith: 'oc get istag',
      diagnoses: [
        mistakes.tagReversed(newest.named),
        mistakes.tagFromSource(newest.named, 5),
        mistakes.importNotFound(newest.named, 5),
        mistakes.otherSource(newest.named, 5),
        otherwise(mistakes.tagMissing(newest.named)),
      ],
    },
    {
      id: 'tidy',
      points: 30,
      about: [imageStreams('keycloak')],
      check: all(stream.exists, stream.hasNoTagBut('19.0', '20.0.2', '20.0.3')),
      seeWith: 'oc get imagestream keycloak',
      diagnoses: [
        { when: streamTag('keycloak', '20.0').isDeclared, say: 'failed-tag-left' },
        { when: stream.exists, say: 'another-tag-left', points: 15 },
        otherwise(mistakes.streamMissing(middle.named)),
      ],
    },
  ],
  solution: [
    'oc describe is keycloak',
    `oc tag ${repository}:20.0.2 keycloak:20.0.2`,
    `oc create istag keycloak:19.0 --from-image=${repository}:19.0`,
    `oc import-image keycloak:20.0.3 --from=${repository}:20.0.3`,
    'oc tag -d keycloak:20.0',
    'oc get istag',
  ],
  ways: [
    {
      id: 'anew',
      commands: [
        'oc delete is keycloak',
        `oc import-image keycloak:19.0 --confirm --from=${repository}:19.0`,
        `oc import-image keycloak:20.0.2 --from=${repository}:20.0.2`,
        `oc import-image keycloak:20.0.3 --from=${repository}:20.0.3`,
      ],
    },
    { id: 'declared', commands: [`oc apply -f - <<'EOF'\n${declared}\nEOF`, 'oc delete istag keycloak:20.0', 'oc get istag'] },
  ],
});
