import {
  all,
  always,
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
  pods,
  podsOf,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp';
const repository = { host: 'quay.io', repository: 'myorg/myapp' };
const [older, newer] = [
  { ...repository, tag: '1.0' },
  { ...repository, tag: '2.0' },
];

const [one, two, stable] = [streamTag('myapp', '1.0'), streamTag('myapp', '2.0'), streamTag('myapp', 'stable')];
const [blog, shop] = [workload('blog'), workload('shop')];

const asOlder = { stream: 'myapp', tag: '1.0', source: `${source}:1.0` };
const asNewer = { stream: 'myapp', tag: '2.0', source: `${source}:2.0` };
const forward = { app: 'blog', stream: 'myapp', tag: 'stable', target: '2.0' };
const followed = { app: 'shop', stream: 'myapp', tag: 'stable' };
const backward = { app: 'shop', stream: 'myapp', tag: '1.0' };

const stream = (tag: string) => `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: myapp
spec:
  tags:
  - name: "1.0"
    from:
      kind: DockerImage
      name: ${source}:1.0
  - name: "2.0"
    from:
      kind: DockerImage
      name: ${source}:2.0
  - name: stable
    from:
      kind: ImageStreamTag
      name: "${tag}"
EOF`;

const trigger = (tag: string) =>
  `[{"from":{"kind":"ImageStreamTag","name":"myapp:${tag}"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"myapp\\")].image"}]`;

/** One stream, two applications on one alias: both are updated by moving it, and one is taken back on its own. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'manage-updates',
  guides: ['three-ways-to-a-tag', 'image-triggers-on-deployments', 'aliases-and-promotion', 'roll-back'],
  scenario: {
    user: 'developer',
    project: 'manage-updates',
    events: [{ id: 'complaint', when: all(stable.tracks('2.0'), podsOf('blog').run(newer), podsOf('shop').run(newer)), steps: [] }],
  },
  goals: [
    {
      id: 'versions',
      points: 20,
      about: [imageStreams('myapp')],
      check: all(one.holds(older), one.isImportedFrom(asOlder.source), two.holds(newer), two.isImportedFrom(asNewer.source)),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        ...ladders.noStream(asOlder),
        mistakes.tagFromSource(asOlder, 5),
        mistakes.tagMissing(asOlder),
        mistakes.tagFromSource(asNewer, 10),
        mistakes.tagMissing(asNewer, 10),
        mistakes.otherSource(asOlder, 10),
        otherwise(mistakes.otherSource(asNewer, 10)),
      ],
    },
    {
      id: 'deployed',
      points: 30,
      needs: ['versions'],
      about: [deployments('blog'), deployments('shop'), deploymentConfigs('blog'), deploymentConfigs('shop')],
      check: all(podsOf('blog').haveRun(older), podsOf('shop').haveRun(older)),
      seeWith: 'oc get deployments -o wide',
      diagnoses: [
        mistakes.appElsewhere({ app: 'blog' }),
        mistakes.appMissing({ app: 'blog' }),
        mistakes.appMissing({ app: 'shop' }, 10),
        mistakes.scaledToZero({ app: 'blog' }),
        mistakes.pullFails({ app: 'blog' }, 5),
        { when: always, say: 'never-ran-older', guide: 'deploy-from-an-image-stream#name-a-tag', points: 10 },
      ],
    },
    {
      id: 'updated',
      points: 25,
      needs: ['deployed'],
      about: [imageStreams('myapp'), deployments('blog'), deploymentConfigs('blog')],
      check: all(stable.tracks('2.0'), blog.follows('myapp', 'stable'), podsOf('blog').run(newer), podsOf('shop').haveRunInTurn(older, newer)),
      seeWith: 'oc set triggers deployment/blog',
      diagnoses: [
        mistakes.pastTheStream(forward),
        mistakes.triggerOtherTag(forward, 5),
        mistakes.triggerManual(forward, 5),
        mistakes.copyForAlias(forward, 10),
        mistakes.importedForAlias(forward, 10),
        mistakes.imageByHand(forward),
        mistakes.aliasOfOther(forward),
        { when: not(stable.tracks('2.0')), say: 'no-alias', guide: 'aliases-and-promotion#move-the-alias' },
        mistakes.paused(forward, 10),
        { when: podsOf('blog').run(newer), say: 'shop-not-updated', guide: 'aliases-and-promotion#follow-the-alias', points: 15 },
        otherwise(mistakes.rolloutUnfinished(forward, 10)),
      ],
    },
    {
      id: 'shop-back',
      points: 25,
      needs: ['updated'],
      about: [deployments('shop'), deploymentConfigs('shop'), pods()],
      check: all(shop.follows('myapp', '1.0'), shop.hasImageTriggers(1), podsOf('shop').run(older), not(shop.isPaused)),
      seeWith: 'oc set triggers deployment/shop',
      diagnoses: [
        {
          when: any(mistakes.undoUndone(followed).when, mistakes.imageByHand(followed).when),
          say: 'written-back',
          guide: 'move-to-a-new-version#move-the-trigger',
        },
        mistakes.twoTriggers(backward, 10),
        mistakes.triggerOtherTag(backward),
        mistakes.triggerMissing(backward, 5),
        mistakes.triggerManual(backward, 10),
        mistakes.paused(backward, 10),
        mistakes.scaledToZero(backward, 10),
        otherwise(mistakes.rolloutUnfinished(backward, 10)),
      ],
    },
  ],
  solution: [
    `oc create istag myapp:1.0 --from-image=${source}:1.0`,
    `oc create istag myapp:2.0 --from-image=${source}:2.0`,
    'oc tag --alias myapp:1.0 myapp:stable',
    'oc new-app -i myapp:stable --name=blog',
    'oc new-app -i myapp:stable --name=shop',
    'oc rollout status deployment/blog',
    'oc rollout status deployment/shop',
    'oc tag --alias myapp:2.0 myapp:stable',
    'oc rollout status deployment/shop',
    'oc set triggers deployment/shop --from-image=myapp:stable --remove',
    'oc set triggers deployment/shop --from-image=myapp:1.0 --containers=myapp',
    'oc rollout status deployment/shop',
  ],
  ways: [
    {
      id: 'by-hand',
      commands: [
        `oc import-image myapp:1.0 --confirm --from=${source}:1.0`,
        `oc import-image myapp:2.0 --from=${source}:2.0`,
        'oc tag --alias myapp:1.0 myapp:stable',
        `oc create deployment blog --image=${source}:1.0`,
        `oc create deployment shop --image=${source}:1.0`,
        'oc set triggers deployment/blog --from-image=myapp:stable --containers=myapp',
        'oc set triggers deployment/shop --from-image=myapp:stable --containers=myapp',
        'oc tag --alias myapp:2.0 myapp:stable',
        'oc set triggers deployment/shop --remove-all',
        'oc set triggers deployment/shop --auto --from-image=myapp:1.0 --containers=myapp',
        'oc rollout resume deployment/shop',
      ],
    },
    {
      id: 'declared',
      commands: [
        stream('1.0'),
        'oc new-app -i myapp:stable --name=blog',
        'oc new-app -i myapp:stable --name=shop',
        stream('2.0'),
        `oc annotate deployment/shop --overwrite image.openshift.io/triggers='${trigger('1.0')}'`,
      ],
    },
  ],
});
