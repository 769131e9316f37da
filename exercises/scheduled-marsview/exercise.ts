import {
  all,
  defineExercise,
  deploymentConfig,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp:1.0';
const image = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };

const app = deploymentConfig('marsview');
const latest = streamTag('marsview', 'latest');
const named = { app: 'marsview', stream: 'marsview', tag: 'latest', source };

const isImported = all(latest.exists, latest.isImportedFrom(source));
const follows = all(app.hasImageTriggers(1), app.follows('marsview', 'latest'), app.triggersOwnContainer);

const stream = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: marsview
spec:
  tags:
  - name: latest
    from:
      kind: DockerImage
      name: ${source}
    importPolicy:
      scheduled: true`;

/** The DeploymentConfig of the task, in a file of its own. */
export const config = ({ container = 'main', tag = 'latest', automatic = true } = {}) => `apiVersion: apps.openshift.io/v1
kind: DeploymentConfig
metadata:
  name: marsview
spec:
  replicas: 1
  selector:
    deploymentconfig: marsview
  template:
    metadata:
      labels:
        deploymentconfig: marsview
    spec:
      containers:
      - name: main
        image: marsview
  triggers:
  - type: ConfigChange
  - type: ImageChange
    imageChangeParams:
      automatic: ${automatic}
      containerNames:
      - ${container}
      from:
        kind: ImageStreamTag
        name: marsview:${tag}`;

/** A push reaches the pods without a command: the schedule moves the tag, and the trigger rolls it out. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'scheduled-marsview',
  guides: ['scheduled-import', 'triggers-on-deploymentconfigs'],
  scenario: {
    user: 'developer',
    project: 'rover',
    events: [
      {
        id: 'pushed',
        when: all(isImported, latest.isScheduled, follows, app.isAvailable),
        steps: [{ push: source, variant: 'b' }, { pass: '1m' }, { push: source, variant: 'c' }],
      },
    ],
  },
  goals: [
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('marsview')],
      check: isImported,
      seeWith: 'oc describe imagestream marsview',
      diagnoses: [
        mistakes.streamElsewhere(named),
        mistakes.withoutConfirm(named),
        mistakes.scheduledOnCreate(named),
        mistakes.streamMissing(named),
        mistakes.tagFromSource(named, 5),
        mistakes.importFailed(named, 5),
        mistakes.otherSource(named, 5),
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'scheduled',
      points: 20,
      needs: ['imported'],
      about: [imageStreams('marsview')],
      check: latest.isScheduled,
      seeWith: 'oc describe imagestream marsview',
      diagnoses: [otherwise(mistakes.notScheduled(named))],
    },
    {
      id: 'follows',
      points: 25,
      about: [deploymentConfigs('marsview'), deployments('marsview')],
      check: follows,
      seeWith: 'oc set triggers dc/marsview',
      diagnoses: [
        mistakes.deploymentInstead(named, 10),
        { when: not(app.exists), say: 'config-missing', guide: 'triggers-on-deploymentconfigs#new-app' },
        mistakes.twoTriggers(named, 10),
        mistakes.triggerManual(named, 15),
        mistakes.triggerOtherTag(named, 10),
        mistakes.pastTheStream(named),
        { when: not(app.triggersOwnContainer), say: 'wrong-container', points: 10, guide: 'triggers-on-deploymentconfigs#wrong-container' },
        otherwise(mistakes.triggerMissing(named)),
      ],
    },
    {
      id: 'running',
      points: 15,
      needs: ['imported', 'follows'],
      about: [deploymentConfigs('marsview'), pods()],
      check: app.isAvailable,
      seeWith: 'oc rollout status dc/marsview',
      diagnoses: [mistakes.scaledToZero(named), otherwise(mistakes.notReady(named))],
    },
    {
      id: 'updated',
      points: 20,
      needs: ['scheduled', 'running'],
      about: [imageStreams('marsview'), deploymentConfigs('marsview')],
      check: all(latest.holds(image), podsOf('marsview').run(image)),
      seeWith: 'oc rollout history dc/marsview',
      diagnoses: ladders.newBuild(named, latest.holds(image), 10),
    },
  ],
  solution: [
    `oc import-image marsview --from=${source} --scheduled --confirm`,
    'oc new-app -i marsview:latest --name=marsview --as-deployment-config',
    'oc rollout status dc/marsview',
    'sleep 20m',
    'oc rollout history dc/marsview',
  ],
  ways: [
    {
      id: 'by-hand',
      commands: [
        `oc tag ${source} marsview:latest --scheduled`,
        `oc create deploymentconfig marsview --image=${source}`,
        'oc set triggers dc/marsview --from-image=marsview:latest --containers=default-container',
        'oc import-image marsview',
      ],
    },
    { id: 'declared', commands: [`oc apply -f - <<'EOF'\n${stream}\n---\n${config()}\nEOF`, 'oc rollout status dc/marsview', 'sleep 20m'] },
  ],
});
