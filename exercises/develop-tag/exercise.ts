import {
  all,
  any,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const classroom = 'registry.ocp4.example.com:8443';
const developImage = { host: classroom, repository: 'redhattraining/hello-world-nginx', tag: 'latest' };
const stableImage = { host: 'quay.io', repository: 'myorg/myapp', tag: '2.0' };
const latestImage = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };

const develop = streamTag('marsview', 'develop');
const stable = streamTag('marsview', 'stable');
const latest = streamTag('marsview', 'latest');
const app = workload('marsview');

const added = { stream: 'marsview', tag: 'develop', source: `${classroom}/redhattraining/hello-world-nginx:latest` };
const repaired = { stream: 'marsview', tag: 'stable', source: 'quay.io/myorg/myapp:2.0' };
const following = { app: 'marsview', stream: 'marsview', tag: 'stable' };
const isLatestAsBefore = all(latest.isImportedFrom('quay.io/myorg/myapp:1.0'), latest.holds(latestImage), not(latest.isScheduled));

const deployment = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: marsview
  annotations:
    image.openshift.io/triggers: '[{"from":{"kind":"ImageStreamTag","name":"marsview:stable"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"marsview\\")].image"}]'
spec:
  replicas: 1
  selector:
    matchLabels:
      app: marsview
  template:
    metadata:
      labels:
        app: marsview
    spec:
      containers:
      - name: marsview
        image: " "
        ports:
        - containerPort: 8080`;

/** A stream whose tags come from three registries, one of which is no more. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'develop-tag',
  guides: ['change-the-tags-of-a-stream', 'scheduled-import', 'troubleshoot-imports'],
  scenario: {
    user: 'developer',
    project: 'mars',
    setup: [
      { run: 'oc import-image marsview --confirm --from=quay.io/myorg/myapp:1.0' },
      { run: 'oc tag registry.marsrover.space/engine/marsview:stable marsview:stable --scheduled' },
      { run: `oc apply -f - <<'EOF'\n${deployment}\nEOF` },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'develop',
      points: 30,
      about: [imageStreams('marsview')],
      check: all(develop.isImportedFrom(added.source), develop.holds(developImage), isLatestAsBefore),
      seeWith: 'oc describe imagestream marsview',
      diagnoses: [
        mistakes.streamMissing(added),
        { when: not(isLatestAsBefore), say: 'latest-lost', points: 10 },
        mistakes.tagFromSource(added, 10),
        mistakes.importFailed(added, 10),
        mistakes.tagMissing(added),
        { ...mistakes.otherSource(added, 10), when: develop.holds(developImage) },
        otherwise(mistakes.tagOtherImage(added, 10)),
      ],
    },
    {
      id: 'repaired',
      points: 30,
      about: [imageStreams('marsview')],
      check: all(stable.isImportedFrom(repaired.source), stable.holds(stableImage)),
      seeWith: 'oc describe imagestream marsview',
      diagnoses: [
        { when: stable.isImportedFrom('registry.marsrover.space/engine/marsview:stable'), say: 'still-no-host' },
        mistakes.importFailed(repaired, 10),
        mistakes.copyForSource(repaired, 10),
        mistakes.tagMissing(repaired),
        { ...mistakes.otherSource(repaired, 10), when: stable.holds(stableImage) },
        otherwise(mistakes.tagOtherImage(repaired, 10)),
      ],
    },
    {
      id: 'scheduled',
      points: 20,
      needs: ['develop', 'repaired'],
      about: [imageStreams('marsview')],
      check: all(develop.isScheduled, stable.isScheduled),
      seeWith: 'oc describe imagestream marsview',
      diagnoses: [{ when: any(develop.isScheduled, stable.isScheduled), say: 'one-scheduled', points: 10 }, otherwise(mistakes.notScheduled(added))],
    },
    {
      id: 'running',
      points: 20,
      needs: ['repaired'],
      about: [deployments('marsview'), deploymentConfigs('marsview')],
      check: all(app.follows('marsview', 'stable'), app.triggersOwnContainer, not(app.isPaused), app.runs(stableImage), app.isAvailable),
      seeWith: 'oc get deployment marsview -o wide',
      diagnoses: ladders.staysWithTag(following, 10),
    },
  ],
  solution: [
    'oc describe imagestream marsview',
    `oc tag ${classroom}/redhattraining/hello-world-nginx:latest marsview:develop --scheduled`,
    'oc tag quay.io/myorg/myapp:2.0 marsview:stable --scheduled',
    'oc get istag',
    'oc get pods',
  ],
  ways: [
    {
      id: 'import-image',
      commands: [
        `oc import-image marsview:develop --scheduled --confirm --from=${classroom}/redhattraining/hello-world-nginx`,
        'oc tag -d marsview:stable',
        'oc import-image marsview:stable --scheduled --confirm --from=quay.io/myorg/myapp:2.0',
      ],
    },
  ],
});
