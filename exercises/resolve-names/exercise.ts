import {
  all,
  always,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  mistakes,
  not,
  otherwise,
  pods,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'docker.io/abesesr/clamscan-docker:1.4.7';
const image = { host: 'docker.io', repository: 'abesesr/clamscan-docker', tag: '1.4.7' };
const inFull = /^docker\.io\/abesesr\/clamscan-docker(?!@)/;

const stream = imageStream('web-clamav');
const tag = streamTag('web-clamav', '1.4.7');
const first = workload('web-clamav');
const second = workload('scan-api');
const named = { app: 'web-clamav', stream: 'web-clamav', tag: '1.4.7' };
const secondNamed = { ...named, app: 'scan-api' };
const streamAlone = all(tag.isImportedFrom(source), not(stream.looksUpLocally));

const deployment = (name: string) => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
spec:
  selector:
    matchLabels:
      app: ${name}
  template:
    metadata:
      labels:
        app: ${name}
    spec:
      containers:
      - name: clamav
        image: web-clamav:1.4.7
`;

/** Two deployments ask for the resolution of short names; the stream of another team stays as it is. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'resolve-names',
  guides: ['resolve-names-on-a-deployment', 'local-lookup'],
  scenario: {
    user: 'developer',
    project: 'antivirus',
    setup: [
      { run: 'oc create imagestream web-clamav' },
      { run: `oc tag ${source} web-clamav:1.4.7` },
      { run: `oc apply -f - <<'EOF'\n${deployment('web-clamav')}EOF` },
      { pass: '10m' },
    ],
    files: { 'scan-api.yaml': deployment('scan-api') },
  },
  goals: [
    {
      id: 'asks',
      points: 30,
      about: [deployments('web-clamav'), imageStreams('web-clamav')],
      check: all(first.resolvesNames, streamAlone),
      seeWith: 'oc set image-lookup deployment/web-clamav --list',
      diagnoses: [
        mistakes.streamMissing(named),
        mistakes.appMissing(named),
        // the stream has the same name
        { ...mistakes.lookupOnTheStream(named), values: { ...named, app: 'deployment/web-clamav' } },
        mistakes.lookupStillOn(named, 15),
        { when: not(tag.isImportedFrom(source)), say: 'stream-changed', guide: 'change-the-tags-of-a-stream#another-source', points: 10 },
        { when: first.isTriggeredBy('web-clamav'), say: 'trigger-instead', guide: 'resolve-names-on-a-deployment#which-of-the-two', points: 5 },
        { when: first.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: always, say: 'not-asked', guide: 'resolve-names-on-a-deployment#ask-for-resolution' },
      ],
    },
    {
      id: 'digest',
      points: 20,
      about: [deployments('web-clamav')],
      check: first.runs(image),
      seeWith: 'oc get deployment web-clamav -o wide',
      diagnoses: [
        { when: first.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach' },
        { when: always, say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['digest'],
      about: [pods(), deployments('web-clamav')],
      check: first.isAvailable,
      seeWith: 'oc get pods',
      diagnoses: [mistakes.scaledToZero(named), otherwise(mistakes.notReady(named))],
    },
    {
      id: 'second',
      points: 30,
      about: [deployments('scan-api'), deploymentConfigs('scan-api')],
      check: all(second.resolvesNames, second.runs(image), second.isAvailable),
      seeWith: 'oc get deployment scan-api -o wide',
      diagnoses: [
        mistakes.appElsewhere(secondNamed),
        mistakes.appMissing(secondNamed),
        { when: second.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 10 },
        { when: not(second.resolvesNames), say: 'second-not-asked', guide: 'resolve-names-on-a-deployment#in-the-file', points: 5 },
        { when: not(second.runs(image)), say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have', points: 10 },
        mistakes.scaledToZero(secondNamed, 20),
        otherwise(mistakes.notReady(secondNamed, 20)),
      ],
    },
  ],
  solution: [
    'oc set image-lookup deployment/web-clamav',
    'oc set image-lookup -f scan-api.yaml --local -o yaml | oc apply -f -',
    'oc get deployments -o wide',
    'oc get pods',
  ],
  ways: [
    {
      id: 'annotation',
      commands: [
        `oc patch deployment web-clamav -p '{"spec":{"template":{"metadata":{"annotations":{"alpha.image.policy.openshift.io/resolve-names":"*"}}}}}'`,
        String.raw`sed -i "s/^    metadata:/&\n      annotations:\n        alpha.image.policy.openshift.io\/resolve-names: '*'/" scan-api.yaml`,
        'oc apply -f scan-api.yaml',
      ],
    },
    { id: 'afterwards', commands: ['oc create -f scan-api.yaml', 'oc set image-lookup deployment/web-clamav deployment/scan-api'] },
  ],
});
