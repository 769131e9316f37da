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
  imageStream,
  imageStreams,
  mistakes,
  not,
  otherwise,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const build = buildConfig('example-app');
const result = streamTag('example-app', 'latest');
const app = workload('example-app');
const named = { build: 'example-app', input: 'nodejs:20-ubi8', output: 'example-app:latest', stream: 'example-app', tag: 'latest', app: 'example-app' };

/** Not ready to be applied: no kind, no project for the builder, no image change trigger. */
const draft = `apiVersion: build.openshift.io/v1
metadata:
  name: example-app
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
        name: nodejs:20-ubi8
  output:
    to:
      kind: ImageStreamTag
      name: example-app:latest
  triggers:
  - type: ConfigChange
`;

const complete = `apiVersion: build.openshift.io/v1
kind: BuildConfig
${draft.replace(/^.*\n/, '').replace('nodejs:20-ubi8\n', 'nodejs:20-ubi8\n        namespace: openshift\n')}  - type: ImageChange
`;

/** From a draft to a build between two streams, and to the application that runs its result. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'build-on-a-stream',
  guides: ['build-on-an-image-stream', 'triggers-on-builds'],
  scenario: { user: 'developer', project: 'example', files: { 'example-app.yaml': draft } },
  goals: [
    {
      id: 'output',
      points: 15,
      about: [imageStreams('example-app')],
      check: imageStream('example-app').exists,
      seeWith: 'oc get imagestreams',
      diagnoses: [mistakes.streamElsewhere(named), otherwise(mistakes.streamMissing(named))],
    },
    {
      id: 'config',
      points: 25,
      about: [buildConfigs('example-app')],
      check: all(build.buildsOn('nodejs:20-ubi8', 'openshift'), build.outputsTo('example-app:latest')),
      seeWith: 'oc describe buildconfig example-app',
      diagnoses: [
        mistakes.kindMissing(named),
        mistakes.buildMissing(named),
        mistakes.buildPastStream(named, 5),
        {
          when: all(build.buildsOn('nodejs:20-ubi8'), not(build.buildsOn('nodejs:20-ubi8', 'openshift'))),
          say: 'builder-of-own-project',
          guide: 'build-on-an-image-stream#when-the-builder-is-not-found',
          points: 10,
        },
        mistakes.buildOtherInput(named, 5),
        otherwise(mistakes.buildOtherOutput(named, 10)),
      ],
    },
    {
      id: 'triggered',
      points: 20,
      needs: ['config'],
      about: [buildConfigs('example-app')],
      check: build.followsItsInput,
      seeWith: 'oc set triggers bc/example-app',
      diagnoses: [mistakes.buildNotTriggered(named), { when: always, say: 'other-trigger', guide: 'triggers-on-builds#another-image', points: 5 }],
    },
    {
      id: 'built',
      points: 20,
      needs: ['config'],
      about: [builds(), imageStreams('example-app')],
      check: all(build.hasBuilt, result.isInInternalRegistry),
      seeWith: 'oc get builds',
      diagnoses: [mistakes.buildNeverRan(named), { when: always, say: 'result-lost', guide: 'build-on-an-image-stream#see-what-it-made', points: 5 }],
    },
    {
      id: 'deployed',
      points: 20,
      needs: ['built'],
      about: [deployments('example-app'), deploymentConfigs('example-app')],
      check: all(app.follows('example-app', 'latest'), app.triggersOwnContainer, app.runsTag('example-app', 'latest'), app.isAvailable),
      seeWith: 'oc get deployment example-app -o wide',
      diagnoses: [
        mistakes.appOtherName(named, 10),
        mistakes.appOther(named),
        mistakes.appMissing(named),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerMissing(named, 5),
        mistakes.triggerManual(named, 10),
        { when: not(app.triggersOwnContainer), say: 'wrong-container', points: 10, guide: 'image-triggers-on-deployments#name-the-container' },
        mistakes.scaledToZero(named, 10),
        otherwise(mistakes.notReady(named, 10)),
      ],
    },
  ],
  solution: [
    'oc create imagestream example-app',
    `cat > example-app.yaml <<'EOF'\n${complete}EOF`,
    'oc apply -f example-app.yaml',
    'oc logs -f bc/example-app',
    'oc new-app -i example-app --name=example-app',
    'oc get builds,deployments',
  ],
  ways: [
    {
      id: 'new-build',
      commands: [
        'oc new-build nodejs:20-ubi8~https://github.com/sclorg/nodejs-ex.git --name=example-app',
        'oc logs -f bc/example-app',
        'oc create deployment example-app --image=example-app:latest',
        'oc set triggers deployment/example-app --from-image=example-app:latest -c example-app',
      ],
    },
    { id: 'new-app', commands: ['oc new-app nodejs:20-ubi8~https://github.com/sclorg/nodejs-ex.git --name=example-app'] },
  ],
});
