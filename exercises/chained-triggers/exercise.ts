import {
  all,
  always,
  buildConfig,
  buildConfigs,
  builds,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  mistakes,
  not,
  otherwise,
  pods,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const newBuilder = { host: 'registry.access.redhat.com', repository: 'ubi9/nodejs-20', tag: 'latest' };

const build = buildConfig('shop');
const builder = streamTag('nodejs', '20');
const web = workload('web');
const building = { build: 'shop', input: 'nodejs:20', output: 'shop:latest' };
const following = { app: 'web', container: 'web', stream: 'shop', tag: 'latest' };

const buildFile = `apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: shop
spec:
  source:
    type: Git
    git:
      uri: https://github.com/sclorg/nodejs-ex.git
  strategy:
    type: Source
    sourceStrategy:
      from:
        kind: ImageStreamTag
        name: nodejs:20
  output:
    to:
      kind: ImageStreamTag
      name: shop:latest
  triggers:
  - type: ConfigChange
`;

const deploymentFile = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: web
spec:
  selector:
    matchLabels:
      app: web
  template:
    metadata:
      labels:
        app: web
    spec:
      containers:
      - name: web
        image: image-registry.openshift-image-registry.svc:5000/bakery/shop:latest
`;

/** Two triggers in a row: a new builder image becomes a build, and its result a rollout. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'chained-triggers',
  guides: ['triggers-on-builds', 'build-on-an-image-stream', 'image-triggers-on-deployments'],
  scenario: {
    user: 'developer',
    project: 'bakery',
    setup: [
      { run: 'oc import-image nodejs:20 --confirm --from=registry.access.redhat.com/ubi8/nodejs-20:latest' },
      { run: 'oc create imagestream shop' },
      { run: `oc apply -f - <<'EOF'\n${buildFile}EOF` },
      { pass: '5m' },
      { run: `oc apply -f - <<'EOF'\n${deploymentFile}EOF` },
      { pass: '5m' },
    ],
    events: [
      {
        id: 'builder-moved',
        when: all(build.followsItsInput, web.follows('shop', 'latest')),
        steps: [{ run: 'oc tag registry.access.redhat.com/ubi9/nodejs-20:latest nodejs:20 -n bakery', as: 'admin' }],
      },
    ],
  },
  goals: [
    {
      id: 'build-trigger',
      points: 30,
      about: [buildConfigs('shop')],
      check: all(build.buildsOn('nodejs:20', 'bakery'), build.outputsTo('shop:latest'), build.followsItsInput),
      seeWith: 'oc set triggers bc/shop',
      diagnoses: [
        mistakes.buildMissing(building),
        mistakes.buildOtherInput(building, 10),
        mistakes.buildOtherOutput(building, 10),
        mistakes.buildNotTriggered(building),
        { when: always, say: 'other-trigger', guide: 'triggers-on-builds#another-image', points: 10 },
      ],
    },
    {
      id: 'rollout-trigger',
      points: 30,
      about: [deployments('web'), deploymentConfigs('web')],
      check: all(web.follows('shop', 'latest'), web.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/web',
      diagnoses: [
        mistakes.appMissing(following),
        mistakes.containersMissing(following),
        mistakes.triggerManual(following, 15),
        mistakes.triggerOtherTag(following, 10),
        mistakes.triggerMissing(following),
        otherwise(mistakes.triggerWrongContainer(following, 10)),
      ],
    },
    {
      id: 'rebuilt',
      points: 20,
      needs: ['build-trigger', 'rollout-trigger'],
      about: [builds(), imageStreams('nodejs')],
      check: all(builder.holds(newBuilder), build.hasBuiltFrom(newBuilder)),
      seeWith: 'oc get builds',
      diagnoses: [
        { when: not(builder.holds(newBuilder)), say: 'builder-moved-back', guide: 'triggers-on-builds#the-chain' },
        { when: always, say: 'not-rebuilt', guide: 'triggers-on-builds#the-chain' },
      ],
    },
    {
      id: 'rolled-out',
      points: 20,
      needs: ['rebuilt'],
      about: [deployments('web'), deploymentConfigs('web'), imageStreams('shop'), pods()],
      check: all(streamTag('shop', 'latest').isInInternalRegistry, web.runsTag('shop', 'latest'), not(web.isPaused), web.isAvailable),
      seeWith: 'oc get deployment web -o wide',
      diagnoses: [
        { when: not(streamTag('shop', 'latest').isInInternalRegistry), say: 'result-lost', guide: 'build-on-an-image-stream#see-what-it-made' },
        mistakes.paused(following, 10),
        mistakes.scaledToZero(following, 10),
        otherwise(mistakes.notReady(following, 10)),
      ],
    },
  ],
  solution: [
    'oc set triggers bc/shop --from-image=nodejs:20',
    'oc set triggers deployment/web --from-image=shop:latest -c web',
    'oc get builds',
    'oc get deployment web -o wide',
  ],
  ways: [
    {
      id: 'declared',
      commands: [
        `oc patch buildconfig shop --type=json -p '[{"op":"add","path":"/spec/triggers/-","value":{"type":"ImageChange"}}]'`,
        `oc annotate deployment web 'image.openshift.io/triggers=[{"from":{"kind":"ImageStreamTag","name":"shop:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
    },
    {
      id: 'deployed-anew',
      commands: ['oc delete deployment web', 'oc new-app -i shop --name=web', 'oc set triggers bc/shop --from-image=nodejs:20 --auto'],
    },
  ],
});
