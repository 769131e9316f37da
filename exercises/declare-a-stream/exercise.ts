import {
  all,
  always,
  defineExercise,
  type FeedbackOf,
  failed,
  imageStream,
  imageStreams,
  imageStreamTags,
  mistakes,
  not,
  otherwise,
  streamTag,
  typed,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const apacheSource = 'docker.io/bitnami/apache:2.4';
const rhelSource = 'quay.io/redhattraining/httpd-24:latest';

const stream = imageStream('approved-apache');
const [apache, rhel, test] = ['2.4', 'rhel', 'test'].map((tag) => streamTag('approved-apache', tag)) as [Tag, Tag, Tag];
type Tag = ReturnType<typeof streamTag>;
const named = { stream: 'approved-apache', tag: '2.4', source: apacheSource };
const second = { stream: 'approved-apache', tag: 'rhel', source: rhelSource };
const isRefused = all(not(stream.exists), failed(/\boc\s.*\b(?:apply|create|replace)\b.*(?:-f\b|--filename)/));

const draft = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: approved-apache
spec:
  tags:
  - name: 2.4
    from:
      kind: DockerImage
      name: ${apacheSource}
`;

const declared = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: approved-apache
spec:
  tags:
  - name: "2.4"
    from:
      kind: DockerImage
      name: ${apacheSource}
    referencePolicy:
      type: Source
  - name: rhel
    from:
      kind: DockerImage
      name: ${rhelSource}
    referencePolicy:
      type: Local`;

/** A stream with two tags from a file, a policy for each, and a tag that the file does not know. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'declare-a-stream',
  guides: ['image-names-tags-and-digests', 'declare-an-image-stream', 'reference-policy', 'change-the-tags-of-a-stream'],
  scenario: {
    user: 'developer',
    project: 'platform',
    files: { 'approved-apache.yaml': draft },
    events: [
      {
        id: 'test-tag',
        when: all(apache.exists, rhel.exists),
        steps: [{ run: 'oc tag -n platform quay.io/jason_wong76/webserver:latest approved-apache:test' }],
      },
    ],
  },
  goals: [
    {
      id: 'apache',
      points: 25,
      about: [imageStreamTags('approved-apache', '2.4')],
      check: all(apache.isImportedFrom(apacheSource), apache.holds({ host: 'docker.io', repository: 'bitnami/apache', tag: '2.4' })),
      seeWith: 'oc describe imagestream approved-apache',
      diagnoses: [
        mistakes.streamElsewhere(named),
        { when: isRefused, say: 'file-refused', points: 5 },
        { ...mistakes.dryRunTaken(named), when: all(not(stream.exists), typed(/\boc\s.*--dry-run/)) },
        mistakes.streamMissing(named),
        mistakes.statusByHand(named, 5),
        mistakes.otherSource(named, 10),
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'rhel',
      points: 15,
      about: [imageStreamTags('approved-apache', 'rhel')],
      check: all(rhel.isImportedFrom(rhelSource), rhel.holds({ host: 'quay.io', repository: 'redhattraining/httpd-24', tag: 'latest' })),
      seeWith: 'oc get istag',
      diagnoses: [mistakes.tagUndeclared(second, 5), mistakes.otherSource(second, 5), otherwise(mistakes.tagMissing(second))],
    },
    {
      id: 'local',
      points: 20,
      about: [imageStreamTags('approved-apache', 'rhel'), imageStreamTags('approved-apache', '2.4')],
      check: all(rhel.isReferencedLocally, apache.isDeclared, not(apache.isReferencedLocally)),
      seeWith: "oc get imagestream approved-apache -o jsonpath='{.spec.tags}'",
      diagnoses: [
        mistakes.notReferencedLocally(second),
        { when: apache.isReferencedLocally, say: 'local-for-both', points: 10 },
        otherwise(mistakes.tagMissing(second)),
      ],
    },
    {
      id: 'applied',
      points: 20,
      about: [imageStreams('approved-apache')],
      check: all(stream.wasAppliedWithTags('2.4', 'rhel'), stream.wasAppliedWithSource('2.4', apacheSource), stream.wasAppliedWithSource('rhel', rhelSource)),
      seeWith: 'oc apply view-last-applied imagestream/approved-apache',
      diagnoses: [
        { when: stream.wasApplied, say: 'applied-other-tags', points: 10 },
        { when: always, say: 'not-applied' },
      ],
    },
    {
      id: 'only-approved',
      points: 20,
      needs: ['apache', 'rhel'],
      about: [imageStreamTags('approved-apache', 'test'), imageStreams('approved-apache')],
      check: stream.hasNoTagBut('2.4', 'rhel'),
      seeWith: 'oc get imagestream approved-apache',
      diagnoses: [
        { when: test.isDeclared, say: 'test-left' },
        mistakes.tagUndeclared({ stream: 'approved-apache', tag: 'test' }, 10),
        { when: always, say: 'other-tag-left', points: 10 },
      ],
    },
  ],
  solution: [
    `cat > approved-apache.yaml <<'EOF'\n${declared}\nEOF`,
    'oc apply -f approved-apache.yaml',
    'oc get istag',
    'oc apply -f approved-apache.yaml',
    'oc get is approved-apache',
    'oc tag -d approved-apache:test',
  ],
  ways: [
    {
      id: 'commands-first',
      commands: [
        'oc import-image approved-apache:2.4 --from=bitnami/apache:2.4 --confirm',
        `oc tag --reference-policy=local ${rhelSource} approved-apache:rhel`,
        'oc delete istag approved-apache:test',
        `oc apply -f - <<'EOF'\n${declared}\nEOF`,
      ],
    },
    {
      id: 'created-with-the-annotation',
      commands: [`oc create --save-config -f - <<'EOF'\n${declared}\nEOF`, 'oc tag -d approved-apache:test'],
    },
  ],
});
