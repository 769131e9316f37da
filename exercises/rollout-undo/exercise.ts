import {
  all,
  always,
  defineExercise,
  deployment,
  deploymentConfig,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreamTags,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp';
const repository = { host: 'quay.io', repository: 'myorg/myapp' };
const [older, newer] = [
  { ...repository, tag: '1.0' },
  { ...repository, tag: '2.0' },
];
/** The faulty build of 2.0 that everything runs at first. The mended one is pushed over the tag. */
const faulty = 'sha256:202d9c11a2370b340e961fe89213193517a15041db91d4a64a04437bf3c57293';

const mended = 'sha256:109793c93cb42833be30fda2f86d91c54b2a81a20f5b00d50cd76a9a66b5fd86';

const [mailer, shop, billing] = [deployment('mailer'), deployment('shop'), deploymentConfig('billing')];
const [shopTag, billingTag] = [streamTag('myapp', 'shop'), streamTag('myapp', 'billing')];

const inShop = { app: 'shop', stream: 'myapp', tag: 'shop', source: `${source}:1.0` };
const inBilling = { app: 'billing', stream: 'myapp', tag: 'billing', source: `${source}:2.0` };

const billingRests = all(billing.isTriggeredBy('myapp', 'billing'), not(billing.follows('myapp', 'billing')), podsOf('billing').run(older));

/** Three workloads run a faulty version: an undo lasts for one, is undone for the next, and switches the trigger of the third off. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'rollout-undo',
  guides: ['roll-back', 'follow-a-rollout'],
  scenario: {
    user: 'developer',
    project: 'rollout-undo',
    setup: [
      { run: `oc import-image myapp:shop --confirm --from=${source}:1.0` },
      { run: `oc import-image myapp:billing --from=${source}:1.0` },
      { run: `oc create deployment mailer --image=${source}:1.0` },
      { run: 'oc new-app -i myapp:shop --name=shop' },
      { run: 'oc new-app -i myapp:billing --name=billing --as-deployment-config' },
      { pass: '1h' },
      { run: `oc set image deployment/mailer myapp=${source}:2.0` },
      { run: `oc tag ${source}:2.0 myapp:shop` },
      { run: `oc tag ${source}:2.0 myapp:billing` },
      { pass: '1h' },
    ],
    events: [
      {
        id: 'mended',
        when: all(billingRests, billingTag.holdsDigest(faulty)),
        steps: [{ pass: '30m' }, { push: `${source}:2.0`, variant: 'b' }, { run: 'oc import-image myapp:billing' }],
      },
    ],
  },
  goals: [
    {
      id: 'mailer',
      points: 20,
      about: [deployments('mailer')],
      check: all(podsOf('mailer').run(older), not(mailer.isPaused)),
      seeWith: 'oc rollout history deployment/mailer',
      diagnoses: [
        mistakes.appMissing({ app: 'mailer' }),
        mistakes.paused({ app: 'mailer' }, 5),
        mistakes.scaledToZero({ app: 'mailer' }),
        mistakes.pullFails({ app: 'mailer' }),
        { when: always, say: 'mailer-faulty', guide: 'roll-back#which-way' },
      ],
    },
    {
      id: 'shop',
      points: 30,
      about: [imageStreamTags('myapp', 'shop'), deployments('shop')],
      check: all(shopTag.holds(older), shop.follows('myapp', 'shop'), podsOf('shop').run(older), not(shop.isPaused)),
      seeWith: 'oc get deployment shop -o wide',
      diagnoses: [
        mistakes.appMissing(inShop),
        mistakes.triggerManual(inShop, 10),
        mistakes.triggerMissing(inShop, 10),
        mistakes.undoUndone(inShop),
        mistakes.imageByHand(inShop),
        mistakes.paused(inShop, 10),
        mistakes.tagOtherImage(inShop),
        mistakes.scaledToZero(inShop, 10),
        otherwise(mistakes.rolloutUnfinished(inShop, 10)),
      ],
    },
    {
      id: 'billing-undone',
      points: 25,
      about: [deploymentConfigs('billing'), imageStreamTags('myapp', 'billing')],
      check: billingTag.held(mended),
      seeWith: 'oc set triggers dc/billing',
      diagnoses: [
        mistakes.appMissing(inBilling),
        { when: billingTag.holds(older), say: 'billing-tag-moved', guide: 'roll-back#deploymentconfig', points: 5 },
        mistakes.imageByHand(inBilling),
        mistakes.triggerStillAutomatic(inBilling),
        mistakes.triggerMissing(inBilling, 10),
        { when: always, say: 'billing-faulty', guide: 'roll-back#deploymentconfig', points: 5 },
      ],
    },
    {
      id: 'billing-current',
      points: 25,
      needs: ['billing-undone'],
      about: [deploymentConfigs('billing'), imageStreamTags('myapp', 'billing'), pods()],
      check: all(billing.follows('myapp', 'billing'), billingTag.holds(newer), podsOf('billing').run(newer)),
      seeWith: 'oc set triggers dc/billing',
      diagnoses: [
        mistakes.undoDisabled(inBilling),
        mistakes.triggerMissing(inBilling),
        mistakes.triggerManual(inBilling),
        mistakes.tagOtherImage(inBilling),
        mistakes.scaledToZero(inBilling, 10),
        otherwise(mistakes.rolloutUnfinished(inBilling, 10)),
      ],
    },
  ],
  solution: [
    'oc rollout undo deployment/mailer',
    `oc tag ${source}:1.0 myapp:shop`,
    'oc rollout undo dc/billing',
    'oc rollout status dc/billing',
    'oc set triggers dc/billing --auto',
    'oc rollout status dc/billing',
  ],
  ways: [
    {
      id: 'history',
      commands: [
        'oc rollout undo deployment/mailer --to-revision=1',
        `old=$(oc get imagestream myapp -o jsonpath='{.status.tags[?(@.tag=="shop")].items[1].image}'); oc tag myapp@$old myapp:shop`,
        'oc rollout undo dc/billing --to-revision=1',
        'oc set triggers dc/billing --from-image=myapp:billing --containers=myapp --auto',
      ],
    },
    {
      id: 'without-undo',
      commands: [
        `oc set image deployment/mailer myapp=${source}:1.0`,
        `oc patch imagestream myapp -p '{"spec":{"tags":[{"name":"shop","from":{"kind":"DockerImage","name":"${source}:1.0"}}]}}'`,
        'oc import-image myapp:shop',
        'oc set triggers dc/billing --manual --from-image=myapp:billing --containers=myapp',
        `oc set image dc/billing myapp=${source}:1.0`,
        'oc rollout status dc/billing',
        'oc set triggers dc/billing --auto',
      ],
    },
  ],
});
