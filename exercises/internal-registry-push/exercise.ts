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
  streamTag,
  tagHasLabel,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

/** What `quay.io/myorg/custom-server:1.0` is; a push keeps the digest. */
const firstImage = 'sha256:b4428900951de4ea4d99e8a8de039e9b296fae230d1652bc99e96007dd66ad12';

const tag = streamTag('custom-server', '1.0');
const app = workload('custom-server');
const named = { app: 'custom-server', stream: 'custom-server', tag: '1.0' };
const secondBuild = tagHasLabel('custom-server', '1.0', 'build', '2');

const login = 'podman login -u $(oc whoami) -p $(oc whoami -t) $REGISTRY';

/** From the workstation into the internal registry, and on to the pods, without any import. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'internal-registry-push',
  guides: ['push-to-the-internal-registry', 'internal-registry-addresses'],
  scenario: {
    user: 'developer',
    project: 'studio',
    files: { Containerfile: 'FROM quay.io/myorg/custom-server:1.0\nLABEL build=2\n' },
    setup: [
      { run: `oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge --patch '{"spec":{"defaultRoute":true}}'`, as: 'admin' },
      { pass: '1m' },
    ],
  },
  goals: [
    {
      id: 'pushed',
      points: 30,
      about: [imageStreams('custom-server')],
      check: all(tag.isInInternalRegistry, tag.held(firstImage)),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        mistakes.ocPush({}),
        mistakes.pushedFromOutside({}),
        mistakes.streamElsewhere(named),
        mistakes.streamMissing(named),
        mistakes.streamEmpty(named),
        { when: not(tag.exists), say: 'mistake:tag-missing', values: named, points: 10 },
        { when: not(tag.isInInternalRegistry), say: 'imported-instead', points: 5 },
        { when: always, say: 'pushed-other-image', points: 10 },
      ],
    },
    {
      id: 'deployed',
      points: 25,
      needs: ['pushed'],
      about: [deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(app.follows('custom-server', '1.0'), app.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/custom-server',
      diagnoses: [
        ...ladders.noApp(named, 10),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerOtherTag(named, 10),
        mistakes.triggerManual(named, 10),
        mistakes.triggerNoPlace({ app: 'custom-server' }, 10),
        otherwise(mistakes.triggerMissing(named, 5)),
      ],
    },
    {
      id: 'next-build',
      points: 25,
      needs: ['pushed'],
      about: [imageStreams('custom-server')],
      check: all(secondBuild, not(tag.isDeclared)),
      seeWith: 'oc describe istag custom-server:1.0',
      diagnoses: [
        { when: secondBuild, say: 'has-a-source', points: 15 },
        mistakes.importAfterPush(named),
        { when: tag.isDeclared, say: 'has-a-source' },
        { when: tagHasLabel('custom-server', 'latest', 'build', '2'), say: 'pushed-other-tag', points: 10 },
        { when: always, say: 'not-pushed-again' },
      ],
    },
    {
      id: 'rolled-out',
      points: 20,
      needs: ['deployed', 'next-build'],
      about: [pods(), deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(app.runsTag('custom-server', '1.0'), app.isAvailable, not(app.isPaused)),
      seeWith: 'oc get pods',
      diagnoses: [mistakes.scaledToZero(named), mistakes.paused(named), otherwise(mistakes.notReady(named))],
    },
  ],
  solution: [
    'REGISTRY=$(oc registry info --public)',
    login,
    'podman pull quay.io/myorg/custom-server:1.0',
    'podman tag quay.io/myorg/custom-server:1.0 $REGISTRY/studio/custom-server:1.0',
    'podman push $REGISTRY/studio/custom-server:1.0',
    'oc new-app --name=custom-server -i studio/custom-server:1.0',
    'podman build -t $REGISTRY/studio/custom-server:1.0 .',
    'podman push $REGISTRY/studio/custom-server:1.0',
    'oc rollout status deployment/custom-server',
  ],
  ways: [
    {
      id: 'skopeo',
      commands: [
        'oc registry login',
        'REGISTRY=$(oc registry info --public)',
        'skopeo copy docker://quay.io/myorg/custom-server:1.0 docker://$REGISTRY/studio/custom-server:1.0',
        'oc create deployment custom-server --image=image-registry.openshift-image-registry.svc:5000/studio/custom-server:1.0',
        'oc set triggers deployment/custom-server --from-image=custom-server:1.0 --containers=custom-server',
        'podman build -t custom-server:next .',
        'podman push custom-server:next $REGISTRY/studio/custom-server:1.0',
      ],
    },
    {
      id: 'docker',
      commands: [
        'REGISTRY=$(oc registry info --public)',
        'docker login -u $(oc whoami) -p $(oc whoami -t) $REGISTRY',
        'docker pull quay.io/myorg/custom-server:1.0',
        'docker tag quay.io/myorg/custom-server:1.0 $REGISTRY/studio/custom-server:1.0',
        'docker push $REGISTRY/studio/custom-server:1.0',
        'oc new-app custom-server:1.0 --name=custom-server',
        'docker build -t $REGISTRY/studio/custom-server:1.0 -f Containerfile .',
        'docker push $REGISTRY/studio/custom-server:1.0',
      ],
    },
  ],
});
