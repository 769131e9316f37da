import {
  all,
  defineExercise,
  deployments,
  type FeedbackOf,
  imageStreams,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/keycloak/keycloak';
const repository = { host: 'quay.io', repository: 'keycloak/keycloak' };
const [older, newer] = [
  { ...repository, tag: '20.0.2' },
  { ...repository, tag: '20.0.3' },
];

const app = workload('sso');
const followed = streamTag('keycloak', '20');
const names = { app: 'sso', container: 'keycloak', stream: 'keycloak', tag: '20' };
const [asOlder, asNewer] = [
  { ...names, source: `${source}:20.0.2` },
  { ...names, source: `${source}:20.0.3` },
];

const annotation = `[{"from":{"kind":"ImageStreamTag","name":"keycloak:20"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"keycloak\\")].image"}]`;
const addTrigger = 'oc set triggers deployment/sso --from-image=keycloak:20 --containers=keycloak';

/** A deployment that nothing ties to its tag gets a trigger; then the tag moves, and moves back. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'image-triggers',
  guides: ['image-triggers-on-deployments', 'follow-a-rollout', 'roll-back'],
  scenario: {
    user: 'developer',
    project: 'image-triggers',
    setup: [
      { run: `oc import-image keycloak:20 --confirm --from=${source}:20.0.2` },
      { run: 'oc set image-lookup keycloak' },
      { run: 'oc create deployment sso --image=keycloak:20' },
    ],
    events: [{ id: 'complaint', when: podsOf('sso').run(newer), steps: [] }],
  },
  goals: [
    {
      id: 'follows',
      points: 30,
      about: [deployments('sso')],
      check: all(app.follows('keycloak', '20'), app.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/sso',
      diagnoses: [
        { ...mistakes.triggerWrongContainer(names, 15), when: all(not(app.hasNoImageTrigger), not(app.triggersOwnContainer)) },
        mistakes.triggerManual(names, 15),
        mistakes.triggerOtherTag(names, 10),
        mistakes.containersMissing(names),
        mistakes.dcAddressed(names),
        otherwise(mistakes.triggerMissing(names)),
      ],
    },
    {
      id: 'updated',
      points: 25,
      about: [imageStreams('keycloak'), deployments('sso')],
      check: all(followed.hasHeld(newer), podsOf('sso').haveRun(newer)),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.paused(names, 10),
        mistakes.scaledToZero(names, 10),
        { ...mistakes.rolloutUnfinished(names, 10), when: followed.holds(newer) },
        mistakes.imageByHand(names),
        mistakes.sourceNotChanged(names),
        mistakes.istagNotUpdated(names),
        otherwise(mistakes.tagOtherImage(asNewer)),
      ],
    },
    {
      id: 'back',
      points: 25,
      needs: ['updated'],
      about: [imageStreams('keycloak')],
      check: followed.holds(older),
      seeWith: 'oc get istag keycloak:20',
      diagnoses: [mistakes.undoUndone(names), mistakes.imageByHand(names), otherwise(mistakes.tagOtherImage(asOlder))],
    },
    {
      id: 'running',
      points: 20,
      needs: ['back'],
      about: [deployments('sso'), pods()],
      check: all(podsOf('sso').run(older), not(app.isPaused)),
      seeWith: 'oc rollout status deployment/sso',
      diagnoses: [mistakes.paused(names), mistakes.scaledToZero(names), otherwise(mistakes.rolloutUnfinished(names))],
    },
  ],
  solution: [
    addTrigger,
    `oc tag ${source}:20.0.3 keycloak:20`,
    'oc rollout status deployment/sso',
    `oc tag ${source}:20.0.2 keycloak:20`,
    'oc rollout status deployment/sso',
  ],
  ways: [
    {
      id: 'from-history',
      commands: [
        addTrigger,
        `oc tag ${source}:20.0.3 keycloak:20`,
        `before=$(oc get imagestream keycloak -o jsonpath='{.status.tags[?(@.tag=="20")].items[1].image}'); oc tag keycloak@$before keycloak:20`,
      ],
    },
    {
      id: 'written',
      commands: [
        `oc annotate deployment/sso image.openshift.io/triggers='${annotation}'`,
        `oc patch imagestream keycloak -p '{"spec":{"tags":[{"name":"20","from":{"kind":"DockerImage","name":"${source}:20.0.3"}}]}}'`,
        `oc patch imagestream keycloak -p '{"spec":{"tags":[{"name":"20","from":{"kind":"DockerImage","name":"${source}:20.0.2"}}]}}'`,
      ],
    },
  ],
});
