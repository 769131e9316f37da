import {
  all,
  always,
  defineExercise,
  deployment,
  deploymentConfig,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const source = `${registry}/developer/custom-server`;
const login = { username: 'developer', password: 'developer' };
const repository = { host: registry, repository: 'developer/custom-server', login };
const [older, newer] = [
  { ...repository, tag: '1.0' },
  { ...repository, tag: '2.0' },
];

const shop = deployment('shop');
const legacy = deploymentConfig('legacy');
const [oldTag, newTag] = [streamTag('custom-server', '1.0'), streamTag('custom-server', '2.0')];
const followed = { stream: 'custom-server', tag: '2.0', container: 'custom-server', source: `${source}:2.0` };
const named = (app: string) => ({ app, ...followed });

const importNewer = `oc import-image custom-server:2.0 --from=${source}:2.0 --confirm`;
const triggers = `[{"from":{"kind":"ImageStreamTag","name":"custom-server:2.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"custom-server\\")].image"}]`;

/** A Deployment and a DeploymentConfig go from one version's tag to another's, each with one trigger in the end. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'switch-versions',
  guides: ['move-to-a-new-version', 'image-triggers-on-deployments', 'triggers-on-deploymentconfigs'],
  scenario: {
    user: 'developer',
    project: 'switch-versions',
    setup: [
      { run: `oc create secret docker-registry registry-credentials --docker-server=${registry} --docker-username=developer --docker-password=developer` },
      { run: 'oc secrets link default registry-credentials --for=pull' },
      { run: `oc import-image custom-server:1.0 --confirm --from=${source}:1.0` },
      { run: 'oc new-app -i custom-server:1.0 --name=shop' },
      { run: 'oc new-app -i custom-server:1.0 --name=legacy --as-deployment-config' },
    ],
  },
  goals: [
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('custom-server')],
      check: all(newTag.holds(newer), newTag.isDeclared),
      seeWith: 'oc get imagestream custom-server',
      diagnoses: [
        mistakes.tagFromSource(followed, 5),
        mistakes.importNotFound(followed, 5),
        mistakes.tagMissing(followed),
        otherwise(mistakes.tagOtherImage(followed)),
      ],
    },
    {
      id: 'kept',
      points: 10,
      needs: ['imported'],
      about: [imageStreams('custom-server')],
      check: oldTag.holds(older),
      seeWith: 'oc get istag custom-server:1.0',
      diagnoses: [
        { when: oldTag.exists, say: 'old-tag-moved' },
        { when: always, say: 'old-tag-gone' },
      ],
    },
    {
      id: 'shop-follows',
      points: 25,
      about: [deployments('shop')],
      check: all(shop.hasImageTriggers(1), shop.follows('custom-server', '2.0'), shop.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/shop',
      diagnoses: [
        mistakes.dcAddressed(named('shop')),
        mistakes.triggerManual(named('shop'), 15),
        mistakes.pastTheStream(named('shop')),
        mistakes.triggerOtherTag(named('shop')),
        mistakes.appMissing(named('shop')),
        mistakes.triggerWrongContainer(named('shop'), 10),
        otherwise(mistakes.triggerMissing(named('shop'))),
      ],
    },
    {
      id: 'legacy-follows',
      points: 25,
      about: [deploymentConfigs('legacy')],
      check: all(legacy.hasImageTriggers(1), legacy.follows('custom-server', '2.0'), legacy.triggersOwnContainer),
      seeWith: 'oc set triggers dc/legacy',
      diagnoses: [
        mistakes.twoTriggers(named('legacy'), 10),
        mistakes.triggerManual(named('legacy'), 15),
        mistakes.deploymentInstead(named('legacy')),
        mistakes.pastTheStream(named('legacy')),
        mistakes.triggerOtherTag(named('legacy')),
        mistakes.appMissing(named('legacy')),
        mistakes.triggerWrongContainer(named('legacy'), 10),
        otherwise(mistakes.triggerMissing(named('legacy'))),
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['imported', 'shop-follows', 'legacy-follows'],
      about: [deployments('shop'), deploymentConfigs('legacy'), pods()],
      check: all(podsOf('shop').run(newer), podsOf('legacy').run(newer), not(shop.isPaused)),
      seeWith: 'oc get pods',
      diagnoses: [
        mistakes.pausedByRemoveAll(named('shop'), 10),
        mistakes.paused(named('shop'), 10),
        mistakes.pullFails(named('shop')),
        mistakes.scaledToZero(named('legacy'), 10),
        { when: always, say: 'not-both-run' },
      ],
    },
  ],
  solution: [
    importNewer,
    'oc set triggers deployment/shop --from-image=custom-server:1.0 --remove',
    'oc set triggers deployment/shop --from-image=custom-server:2.0 --containers=custom-server',
    'oc set triggers dc/legacy --from-image=custom-server:2.0 --containers=custom-server',
    'oc set triggers dc/legacy --from-image=custom-server:1.0 --remove',
    'oc get pods',
  ],
  ways: [
    {
      id: 'all-removed-first',
      commands: [
        `oc tag ${source}:2.0 custom-server:2.0`,
        'oc set triggers deployment/shop --remove-all',
        'oc set triggers deployment/shop --from-image=custom-server:2.0 -c custom-server',
        'oc rollout resume deployment/shop',
        'oc set triggers dc/legacy --remove-all',
        'oc set triggers dc/legacy --from-config',
        'oc set triggers dc/legacy --from-image=custom-server:2.0 -c custom-server',
      ],
    },
    {
      id: 'patched',
      commands: [
        `oc create istag custom-server:2.0 --from-image=${source}:2.0`,
        `oc annotate deployment/shop --overwrite image.openshift.io/triggers='${triggers}'`,
        `oc patch dc/legacy --type=json -p '[{"op":"replace","path":"/spec/triggers/1/imageChangeParams/from/name","value":"custom-server:2.0"}]'`,
      ],
    },
  ],
});
