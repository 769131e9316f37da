import {
  all,
  any,
  defineExercise,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  mistakes,
  not,
  otherwise,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const externalName = 'docker.io/abesesr/clamscan-docker:1.4.7';
const internalName = 'image-registry.openshift-image-registry.svc:5000/tools/shop:latest';
const source = 'quay.io/myorg/myapp:1.0';
const reportImage = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };

const external = workload('web-clamav');
const internal = workload('shop');
const report = workload('report');
const tag = streamTag('myapp', '1.0');

const clamav = { app: 'web-clamav' };
const shop = { app: 'shop', stream: 'shop', tag: 'latest' };
const streamBesideIt = any(imageStream('web-clamav').exists, imageStream('clamscan-docker').exists);
const moving = { app: 'report', stream: 'myapp', tag: '1.0', source };

const declaring = (name: string, image: string) => `oc apply -f - <<'EOF'
apiVersion: apps/v1
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
      - name: ${name}
        image: ${image}
EOF`;

/** Deployments that name their images themselves, and one that is moved onto a stream. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'without-a-stream',
  guides: ['registry-names', 'run-without-an-image-stream', 'internal-registry-addresses', 'image-triggers-on-deployments'],
  scenario: {
    user: 'developer',
    project: 'tools',
    setup: [
      { run: 'oc new-build nodejs:20-ubi8~https://github.com/sclorg/nodejs-ex.git --name=shop' },
      { pass: '5m' },
      { run: `oc create deployment report --image=${source}` },
      { pass: '2m' },
    ],
  },
  goals: [
    {
      id: 'external',
      points: 25,
      about: [deployments('web-clamav'), imageStreams('web-clamav'), imageStreams('clamscan-docker')],
      check: all(external.names(externalName), external.hasNoImageTrigger, external.isAvailable, not(external.isPaused), not(streamBesideIt)),
      seeWith: 'oc get deployment web-clamav -o wide',
      diagnoses: [
        mistakes.appMissing(clamav),
        { when: not(external.hasNoImageTrigger), say: 'has-trigger', points: 5 },
        { when: external.names('abesesr/clamscan-docker:1.4.7'), say: 'host-left-out', points: 10 },
        { when: not(external.names(externalName)), say: 'written-otherwise', points: 5 },
        mistakes.scaledToZero(clamav, 10),
        { when: streamBesideIt, say: 'stream-beside-it', points: 15 },
        mistakes.paused(clamav, 15),
        otherwise(mistakes.notReady(clamav, 10)),
      ],
    },
    {
      id: 'internal',
      points: 25,
      about: [deployments('shop'), imageStreams('shop')],
      check: all(internal.names(internalName), internal.hasNoImageTrigger, internal.isAvailable, not(internal.isPaused), streamTag('shop', 'latest').exists),
      seeWith: 'oc get deployment shop -o wide',
      diagnoses: [
        mistakes.appMissing(shop),
        { when: not(internal.hasNoImageTrigger), say: 'has-trigger', points: 5 },
        { when: internal.names(/^(?:tools\/)?shop(?::|$)/), say: 'short-name' },
        { when: internal.names(/^default-route/), say: 'by-the-route', points: 5 },
        { when: not(internal.names(internalName)), say: 'written-otherwise', points: 5 },
        mistakes.scaledToZero(shop, 10),
        mistakes.paused(shop, 15),
        mistakes.streamMissing(shop, 15),
        mistakes.tagMissing(shop, 15),
        otherwise(mistakes.notReady(shop, 10)),
      ],
    },
    {
      id: 'stream',
      points: 20,
      about: [imageStreams('myapp')],
      check: all(tag.exists, tag.isImportedFrom(source)),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        mistakes.withoutConfirm(moving),
        mistakes.streamMissing(moving),
        mistakes.importNotFound(moving, 5),
        mistakes.tagFromSource(moving, 10),
        mistakes.otherSource(moving, 5),
        otherwise(mistakes.tagMissing(moving)),
      ],
    },
    {
      id: 'moved',
      points: 30,
      needs: ['stream'],
      about: [deployments('report')],
      check: all(report.follows('myapp', '1.0'), report.triggersOwnContainer, report.runs(reportImage), report.isAvailable, not(report.isPaused)),
      seeWith: 'oc set triggers deployment/report',
      diagnoses: [
        mistakes.appMissing(moving),
        mistakes.containersMissing(moving),
        mistakes.pastTheStream(moving),
        mistakes.triggerOtherTag(moving, 10),
        mistakes.triggerManual(moving, 15),
        mistakes.triggerWrongContainer({ app: 'report', container: 'myapp' }, 10),
        mistakes.scaledToZero(moving, 15),
        mistakes.paused(moving, 15),
        otherwise(mistakes.notReady(moving, 15)),
      ],
    },
  ],
  solution: [
    declaring('web-clamav', externalName),
    declaring('shop', internalName),
    `oc import-image myapp:1.0 --confirm \\\n  --from=${source}`,
    'oc set triggers deployment/report \\\n  --from-image=myapp:1.0 --containers=myapp',
    'oc get deployments -o wide',
  ],
  ways: [
    {
      id: 'commands',
      commands: [
        `oc create deployment web-clamav \\\n  --image=${externalName}`,
        `oc create deployment shop \\\n  --image=${internalName}`,
        `oc tag ${source} myapp:1.0`,
        `oc annotate deployment report \\
  image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"myapp\\")].image"}]'`,
      ],
    },
  ],
});
