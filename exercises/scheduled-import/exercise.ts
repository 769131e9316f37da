import {
  all,
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

const myapp = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };
const keycloak = { host: 'quay.io', repository: 'keycloak/keycloak', tag: '20.0.3' };

const one = streamTag('myapp', '1.0');
const two = streamTag('myapp', '2.0');
const twenty = streamTag('keycloak', '20.0');
const app = workload('myapp');

const scheduled = { stream: 'myapp', tag: '1.0', source: 'quay.io/myorg/myapp:1.0' };
const ended = { stream: 'keycloak', tag: '20.0', source: 'quay.io/keycloak/keycloak:20.0.3' };
const following = { app: 'myapp', stream: 'myapp', tag: '1.0' };

/** One tag begins to follow its registry, another one stops. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'scheduled-import',
  guides: ['scheduled-import', 'import-an-image', 'image-triggers-on-deployments'],
  scenario: {
    user: 'developer',
    project: 'nightly',
    setup: [
      { run: 'oc import-image myapp:1.0 --confirm --from=quay.io/myorg/myapp:1.0' },
      { run: 'oc import-image myapp:2.0 --from=quay.io/myorg/myapp:2.0' },
      { run: 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0 --scheduled' },
      { run: 'oc new-app --name=myapp -i myapp:1.0' },
      { pass: '3m' },
    ],
    events: [{ id: 'pushed', when: one.isScheduled, steps: [{ push: 'quay.io/myorg/myapp:1.0', variant: 'b' }] }],
  },
  goals: [
    {
      id: 'scheduled',
      points: 30,
      about: [imageStreams('myapp')],
      check: all(one.isImportedFrom(scheduled.source), one.isScheduled, two.isImportedFrom('quay.io/myorg/myapp:2.0'), not(two.isScheduled)),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        mistakes.streamMissing(scheduled),
        { when: two.isScheduled, say: 'two-scheduled', points: 15 },
        { when: all(one.isScheduled, one.isImportedFrom(scheduled.source)), say: 'two-changed', points: 15 },
        { ...mistakes.otherSource(scheduled, 10), when: one.isScheduled },
        mistakes.tagUndeclared(scheduled),
        mistakes.tagMissing(scheduled),
        otherwise(mistakes.notScheduled(scheduled)),
      ],
    },
    {
      id: 'ended',
      points: 25,
      about: [imageStreams('keycloak')],
      check: all(twenty.isImportedFrom(ended.source), twenty.holds(keycloak), not(twenty.isScheduled)),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.streamMissing(ended),
        mistakes.tagMissing(ended),
        mistakes.copyForSource(ended, 10),
        mistakes.tagUndeclared(ended, 10),
        mistakes.stillScheduled(ended),
        { ...mistakes.otherSource(ended, 10), when: twenty.holds(keycloak) },
        otherwise(mistakes.tagOtherImage(ended, 10)),
      ],
    },
    {
      id: 'moved',
      points: 25,
      needs: ['scheduled'],
      about: [imageStreams('myapp')],
      check: one.holds(myapp),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [otherwise(mistakes.staleTag(scheduled))],
    },
    {
      id: 'rolled-out',
      points: 20,
      needs: ['moved'],
      about: [deployments('myapp'), deploymentConfigs('myapp')],
      check: all(app.follows('myapp', '1.0'), app.triggersOwnContainer, not(app.isPaused), app.runs(myapp), app.isAvailable),
      seeWith: 'oc get deployment myapp -o wide',
      diagnoses: ladders.staysWithTag(following, 10),
    },
  ],
  solution: [
    'oc tag quay.io/myorg/myapp:1.0 myapp:1.0 --scheduled',
    'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0',
    'sleep 20m',
    'oc describe imagestream myapp',
    'oc get deployment myapp -o wide',
  ],
  ways: [
    {
      id: 'import-image',
      commands: ['oc import-image myapp:1.0 --scheduled', 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0', 'oc import-image myapp:1.0'],
    },
    {
      id: 'patches',
      commands: [
        `oc patch imagestream myapp --type=json -p '[{"op":"add","path":"/spec/tags/0/importPolicy/scheduled","value":true}]'`,
        `oc patch imagestream keycloak --type=json -p '[{"op":"remove","path":"/spec/tags/0/importPolicy/scheduled"}]'`,
        'sleep 20m',
      ],
    },
  ],
});
