import { all, any, defineExercise, type FeedbackOf, imageStreamTags, mistakes, otherwise, streamTag } from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.access.redhat.com';
const latest = { repository: 'ubi8/php-80', host: registry, tag: 'latest' };
const php74 = { repository: 'ubi8/php-74', host: registry, tag: 'latest' };
const node9 = { repository: 'ubi9/nodejs-20', host: registry, tag: 'latest' };

const [current, older, fallback, node] = ['current', 'older', 'latest', 'node'].map((tag) => streamTag('chosen', tag)) as [Tag, Tag, Tag, Tag];
type Tag = ReturnType<typeof streamTag>;
const named = { stream: 'chosen', tag: 'current', target: 'php:latest' };
const alias = { stream: 'chosen', tag: 'latest', target: 'current' };

const declared = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: chosen
spec:
  tags:
  - name: current
    from:
      kind: DockerImage
      name: ${registry}/ubi8/php-80:latest
  - name: older
    from:
      kind: DockerImage
      name: ${registry}/ubi8/php-74:latest
  - name: latest
    from:
      kind: ImageStreamTag
      name: current
  - name: node
    from:
      kind: DockerImage
      name: ${registry}/ubi9/nodejs-20:latest`;

/** Streams that come with the cluster are read, and what was found becomes tags of a stream of one's own. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'explore-openshift-project',
  guides: ['what-an-image-stream-is', 'explore-the-openshift-project', 'change-the-tags-of-a-stream', 'aliases-and-promotion'],
  scenario: { user: 'developer', project: 'explore' },
  goals: [
    {
      id: 'current',
      points: 30,
      about: [imageStreamTags('chosen', 'current')],
      check: all(current.isDeclared, any(current.sameImageAsIn('openshift', 'php', 'latest'), current.holds(latest))),
      seeWith: 'oc describe imagestream php -n openshift',
      diagnoses: [
        mistakes.streamElsewhere(named),
        mistakes.tagUndeclared(named, 10),
        { when: current.exists, say: 'current-other-image', points: 10 },
        mistakes.aliasAcrossStreams(named),
        mistakes.withoutConfirm(named),
        mistakes.dryRunTaken(named),
        mistakes.streamMissing(named),
        mistakes.streamEmpty(named),
        mistakes.importNotFound(named, 5),
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'older',
      points: 20,
      about: [imageStreamTags('chosen', 'older')],
      check: all(older.isDeclared, any(older.sameImageAsIn('openshift', 'php', '7.4-ubi8'), older.holds(php74))),
      seeWith: 'oc get istag -n openshift',
      diagnoses: [
        mistakes.tagUndeclared({ ...named, tag: 'older' }, 5),
        { when: older.exists, say: 'older-other-image', points: 5 },
        otherwise(mistakes.tagMissing({ ...named, tag: 'older' })),
      ],
    },
    {
      id: 'follows',
      points: 25,
      about: [imageStreamTags('chosen', 'latest')],
      check: fallback.tracks('current'),
      seeWith: "oc get imagestream chosen -o jsonpath='{.spec.tags}'",
      diagnoses: [
        mistakes.aliasOfOther(alias, 5),
        mistakes.copyForAlias(alias, 10),
        mistakes.importedForAlias(alias, 10),
        otherwise(mistakes.tagMissing(alias)),
      ],
    },
    {
      id: 'alone',
      points: 25,
      about: [imageStreamTags('chosen', 'node')],
      check: all(node.isDeclared, any(node.sameImageAsIn('openshift', 'nodejs', '20-ubi9'), node.holds(node9))),
      seeWith: 'oc describe imagestream nodejs -n openshift',
      diagnoses: [
        mistakes.tagUndeclared({ ...named, tag: 'node' }, 10),
        { when: node.sameImageAsIn('openshift', 'nodejs', 'latest'), say: 'node-shared', points: 10 },
        { when: node.exists, say: 'node-other-image', points: 5 },
        otherwise(mistakes.tagMissing({ ...named, tag: 'node' })),
      ],
    },
  ],
  solution: [
    'oc get istag -n openshift',
    'oc describe is php -n openshift',
    'oc tag openshift/php:latest chosen:current',
    'oc tag openshift/php:7.4-ubi8 chosen:older',
    'oc tag --alias chosen:current chosen:latest',
    'oc describe is nodejs -n openshift',
    'oc tag openshift/nodejs:20-ubi9 chosen:node',
    'oc describe is chosen',
  ],
  ways: [
    {
      id: 'from-the-registry',
      commands: [
        `oc import-image chosen:current --confirm --from=${registry}/ubi8/php-80:latest`,
        `oc import-image chosen:older --from=${registry}/ubi8/php-74:latest`,
        'oc tag --alias chosen:current chosen:latest',
        `oc import-image chosen:node --from=${registry}/ubi9/nodejs-20:latest`,
      ],
    },
    { id: 'declared', commands: [`oc apply -f - <<'EOF'\n${declared}\nEOF`, 'oc get istag'] },
  ],
});
