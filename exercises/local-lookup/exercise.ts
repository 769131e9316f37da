import {
  all,
  always,
  cronJob,
  cronJobs,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  job,
  jobs,
  mistakes,
  not,
  otherwise,
  pod,
  pods,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const inFull = /^quay\.io\/keycloak\/keycloak(?!@)/;

const keycloak = imageStream('keycloak');
const myapp = imageStream('myapp');
const named = { stream: 'keycloak', app: 'login' };
const [login, check, nightly, probe] = [workload('login'), job('check'), cronJob('nightly'), pod('probe')];

/** One switch on the stream, and four kinds of workload that use its short name. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'local-lookup',
  guides: ['local-lookup', 'short-names-in-workloads'],
  scenario: {
    user: 'developer',
    project: 'short-names',
    setup: [
      { run: 'oc import-image keycloak:20.0 --confirm --from=quay.io/keycloak/keycloak:20.0.2' },
      { run: 'oc import-image myapp:1.0 --confirm --from=quay.io/myorg/myapp:1.0' },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'lookup',
      points: 20,
      about: [imageStreams('keycloak'), imageStreams('myapp')],
      check: all(keycloak.looksUpLocally, myapp.exists, not(myapp.looksUpLocally)),
      seeWith: 'oc set image-lookup',
      diagnoses: [
        mistakes.streamMissing(named),
        mistakes.streamMissing({ stream: 'myapp' }, 10),
        { when: keycloak.looksUpLocally, say: 'every-stream', guide: 'local-lookup#switch-it-off', points: 10 },
        otherwise(mistakes.lookupOff(named)),
      ],
    },
    {
      id: 'deployment',
      points: 25,
      about: [deployments('login'), deploymentConfigs('login')],
      check: all(login.runsTag('keycloak', '20.0'), login.isAvailable),
      seeWith: 'oc get deployment login -o wide',
      diagnoses: [
        mistakes.appElsewhere(named),
        mistakes.appOtherName(named, 5),
        mistakes.appOther(named),
        mistakes.appMissing(named),
        mistakes.lookupOff(named),
        mistakes.lookupTooLate(named, 5),
        { when: login.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: not(login.runsTag('keycloak', '20.0')), say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
        mistakes.scaledToZero(named, 10),
        otherwise(mistakes.notReady(named, 10)),
      ],
    },
    {
      id: 'job',
      points: 20,
      about: [jobs('check')],
      check: all(check.runsTag('keycloak', '20.0'), check.hasRun),
      seeWith: 'oc get job check -o wide',
      diagnoses: [
        { when: not(check.exists), say: 'job-missing', guide: 'short-names-in-workloads#a-job-and-a-cron-job' },
        mistakes.lookupOff(named),
        mistakes.lookupTooLate({ ...named, app: 'check' }, 5),
        { when: check.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: not(check.runsTag('keycloak', '20.0')), say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
        { when: always, say: 'job-unfinished', points: 10 },
      ],
    },
    {
      id: 'cronjob',
      points: 20,
      about: [cronJobs('nightly')],
      check: nightly.runsTag('keycloak', '20.0'),
      seeWith: 'oc get cronjob nightly -o wide',
      diagnoses: [
        { when: not(nightly.exists), say: 'cronjob-missing', guide: 'short-names-in-workloads#a-job-and-a-cron-job' },
        mistakes.lookupOff(named),
        mistakes.lookupTooLate({ ...named, app: 'nightly' }, 5),
        { when: nightly.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: always, say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
      ],
    },
    {
      id: 'pod',
      points: 15,
      about: [pods('probe')],
      check: probe.runsTag('keycloak', '20.0'),
      seeWith: 'oc describe pod probe',
      diagnoses: [
        { when: not(probe.exists), say: 'pod-missing', guide: 'short-names-in-workloads#a-pod' },
        mistakes.lookupOff(named),
        mistakes.lookupTooLate({ ...named, app: 'probe' }, 5),
        { when: probe.names(inFull), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: always, say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
      ],
    },
  ],
  solution: [
    'oc set image-lookup keycloak',
    'oc create deployment login --image=keycloak:20.0',
    'oc create job check --image=keycloak:20.0 -- date',
    "oc create cronjob nightly --image=keycloak:20.0 --schedule='0 3 * * *' -- date",
    'oc run probe --image=keycloak:20.0',
    'oc get deployments,jobs,cronjobs -o wide',
  ],
  ways: [
    {
      id: 'patched',
      commands: [
        `oc patch imagestream keycloak -p '{"spec":{"lookupPolicy":{"local":true}}}'`,
        "oc create cronjob nightly --image=keycloak:20.0 --schedule='0 3 * * *' -- date",
        'oc create job check --from=cronjob/nightly',
        `oc apply -f - <<'EOF'
apiVersion: v1
kind: Pod
metadata:
  name: probe
spec:
  containers:
  - name: probe
    image: keycloak:20.0
---
apiVersion: apps/v1
kind: Deployment
metadata:
  name: login
spec:
  selector:
    matchLabels:
      app: login
  template:
    metadata:
      labels:
        app: login
    spec:
      containers:
      - name: keycloak
        image: keycloak:20.0
EOF`,
      ],
    },
  ],
});
