import {
  all,
  always,
  defineExercise,
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
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp:1.0';
/** The build that is there at first, and the one that the team pushes over the tag. */
const [firstBuild, newBuild] = [
  'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a',
  'sha256:013b00ec4027a1d394df0c5c7c784d5c06a53622c26dc0062a83d8d5157456dc',
];

const app = workload('web');
const followed = streamTag('myapp', '1.0');
const kept = streamTag('myapp', 'previous');
const named = { app: 'web', stream: 'myapp', tag: '1.0', source };
const copy = { stream: 'myapp', tag: 'previous' };

const importOnce = `oc import-image myapp:1.0 --confirm --from=${source}`;
const stream = `{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"myapp"},"spec":{"tags":[{"name":"1.0","from":{"kind":"DockerImage","name":"${source}"}}]}}`;

/** A new build comes under an old tag: only an import notices, and only a trigger brings it to the pods. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'moved-tag',
  guides: ['import-an-image', 'deploy-from-an-image-stream', 'move-to-a-new-version'],
  scenario: {
    user: 'developer',
    project: 'moved-tag',
    events: [
      {
        id: 'new-build',
        when: all(app.follows('myapp', '1.0'), podsOf('web').runDigest(firstBuild)),
        steps: [{ pass: '20m' }, { push: source, variant: 'b' }],
      },
    ],
  },
  goals: [
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('myapp')],
      check: all(followed.exists, followed.isImportedFrom(source)),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        mistakes.streamElsewhere(named),
        mistakes.withoutConfirm(named),
        mistakes.tagFromSource(named, 5),
        mistakes.streamMissing(named),
        mistakes.importFailed(named, 5),
        mistakes.tagMissing(named),
        { when: always, say: 'other-source', points: 5 },
      ],
    },
    {
      id: 'deployed',
      points: 20,
      needs: ['imported'],
      about: [deployments('web'), deploymentConfigs('web')],
      check: all(app.follows('myapp', '1.0'), app.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/web',
      diagnoses: [
        ...ladders.noApp(named, 10),
        mistakes.triggerManual(named, 10),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerOtherTag(named),
        mistakes.triggerMissing(named),
        { when: always, say: 'wrong-container', points: 10, guide: 'image-triggers-on-deployments#name-the-container' },
      ],
    },
    {
      id: 'imported-again',
      points: 20,
      needs: ['deployed'],
      about: [imageStreams('myapp')],
      check: followed.holdsDigest(newBuild),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        { when: not(podsOf('web').haveRunDigest(firstBuild)), say: 'no-build-yet' },
        mistakes.restartForImport(named),
        mistakes.imageByHand(named),
        otherwise(mistakes.staleTag(named)),
      ],
    },
    {
      id: 'rolled-out',
      points: 20,
      needs: ['imported-again'],
      about: [deployments('web'), deploymentConfigs('web'), pods()],
      check: all(podsOf('web').runDigest(newBuild), not(app.isPaused)),
      seeWith: 'oc rollout status deployment/web',
      diagnoses: [mistakes.paused(named), mistakes.scaledToZero(named), otherwise(mistakes.rolloutUnfinished(named))],
    },
    {
      id: 'kept',
      points: 20,
      needs: ['imported-again'],
      about: [imageStreams('myapp')],
      check: all(kept.holdsDigest(firstBuild), kept.standsStill),
      seeWith: 'oc get istag myapp:previous',
      diagnoses: [
        mistakes.aliasForCopy(copy, 5),
        { when: kept.holdsDigest(firstBuild), say: 'previous-from-registry', points: 10 },
        { when: kept.exists, say: 'previous-is-new', points: 5 },
        { when: always, say: 'previous-missing' },
      ],
    },
  ],
  solution: [
    importOnce,
    'oc new-app -i myapp:1.0 --name=web',
    'oc rollout status deployment/web',
    'oc tag myapp:1.0 myapp:previous',
    'oc import-image myapp:1.0',
    'oc rollout status deployment/web',
  ],
  ways: [
    {
      id: 'from-history',
      commands: [
        importOnce,
        `oc create deployment web --image=${source}`,
        'oc set triggers deployment/web --from-image=myapp:1.0 --containers=myapp',
        'oc import-image myapp:1.0',
        `before=$(oc get imagestream myapp -o jsonpath='{.status.tags[?(@.tag=="1.0")].items[1].image}'); oc tag myapp@$before myapp:previous`,
      ],
    },
    {
      id: 'declared',
      commands: [
        `oc apply -f - <<'EOF'\n${stream}\nEOF`,
        'oc new-app -i myapp:1.0 --name=web --as-deployment-config',
        `oc tag quay.io/myorg/myapp@${firstBuild} myapp:previous`,
        `oc tag ${source} myapp:1.0`,
      ],
    },
  ],
});
