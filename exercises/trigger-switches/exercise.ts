import { all, always, defineExercise, deployment, deployments, type FeedbackOf, mistakes, not, otherwise, podsOf } from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp';
const newer = { host: 'quay.io', repository: 'myorg/myapp', tag: '2.0' };

/** The build of version 1.0 that all three run at first. */
const firstBuild = 'sha256:013b00ec4027a1d394df0c5c7c784d5c06a53622c26dc0062a83d8d5157456dc';

const [checkout, catalog, archive] = [deployment('checkout'), deployment('catalog'), deployment('archive')];
const followed = { stream: 'myapp', tag: 'stable' };
const named = (app: string) => ({ app, ...followed });

const isStopped = all(checkout.isTriggeredBy('myapp', 'stable'), not(checkout.follows('myapp', 'stable')), not(checkout.isPaused));
const isStarted = all(catalog.follows('myapp', 'stable'), catalog.triggersOwnContainer, catalog.runsTag('myapp', 'stable'), not(catalog.isPaused));
const isFree = all(archive.exists, archive.hasNoImageTrigger, not(archive.isPaused));

const annotation = (paused: boolean) =>
  `[{"from":{"kind":"ImageStreamTag","name":"myapp:stable"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"myapp\\")].image","paused":${paused}}]`;

/** Three deployments follow one tag: one is to wait, one to follow again, one to be left alone for good. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'trigger-switches',
  guides: ['image-triggers-on-deployments', 'move-to-a-new-version'],
  scenario: {
    user: 'developer',
    project: 'trigger-switches',
    setup: [
      { run: `oc import-image myapp:stable --confirm --from=${source}:1.0` },
      { run: 'oc new-app -i myapp:stable --name=checkout' },
      { run: 'oc new-app -i myapp:stable --name=catalog' },
      { run: 'oc new-app -i myapp:stable --name=archive' },
      { run: 'oc set triggers deployment/catalog --manual' },
      { push: `${source}:1.0`, variant: 'b' },
      { run: 'oc import-image myapp:stable' },
      { pass: '1h' },
    ],
    events: [{ id: 'release', when: all(isStopped, isStarted, isFree), steps: [{ run: `oc tag ${source}:2.0 myapp:stable` }] }],
  },
  goals: [
    {
      id: 'checkout-waits',
      points: 25,
      about: [deployments('checkout')],
      check: isStopped,
      seeWith: 'oc set triggers deployment/checkout',
      diagnoses: [
        mistakes.paused(named('checkout'), 5),
        mistakes.triggerStillAutomatic(named('checkout')),
        otherwise(mistakes.triggerMissing(named('checkout'))),
      ],
    },
    {
      id: 'catalog-follows',
      points: 25,
      about: [deployments('catalog')],
      check: isStarted,
      seeWith: 'oc set triggers deployment/catalog',
      diagnoses: [
        { when: all(catalog.isPaused, catalog.follows('myapp', 'stable')), say: 'catalog-still-paused', points: 10 },
        mistakes.triggerManual(named('catalog')),
        mistakes.triggerMissing(named('catalog')),
        otherwise(mistakes.triggerWrongContainer({ ...named('catalog'), container: 'myapp' }, 10)),
      ],
    },
    {
      id: 'archive-alone',
      points: 25,
      about: [deployments('archive')],
      check: all(isFree, podsOf('archive').runDigest(firstBuild)),
      seeWith: 'oc set triggers deployment/archive',
      diagnoses: [
        mistakes.appMissing(named('archive')),
        mistakes.pausedByRemoveAll(named('archive'), 15),
        { ...mistakes.paused(named('archive'), 15), when: all(archive.isPaused, archive.hasNoImageTrigger) },
        { when: not(archive.hasNoImageTrigger), say: 'archive-has-trigger' },
        { when: always, say: 'archive-changed', points: 15 },
      ],
    },
    {
      id: 'checkout-updated',
      points: 25,
      needs: ['checkout-waits', 'catalog-follows', 'archive-alone'],
      about: [deployments('checkout')],
      check: podsOf('checkout').run(newer),
      seeWith: 'oc get deployment checkout -o wide',
      diagnoses: [mistakes.pullFails(named('checkout'), 5), { when: always, say: 'checkout-has-old-image' }],
    },
  ],
  solution: [
    'oc set triggers deployment/checkout --manual --from-image=myapp:stable --containers=myapp',
    'oc set triggers deployment/catalog --auto',
    'oc set triggers deployment/archive --remove-all',
    'oc rollout resume deployment/archive',
    `oc set image deployment/checkout myapp=${source}:2.0`,
    'oc rollout status deployment/checkout',
  ],
  ways: [
    {
      id: 'one-by-one',
      commands: [
        'oc set triggers deployment/archive --from-image=myapp:stable --remove',
        'oc rollout resume deployment/catalog',
        'oc set triggers deployment/catalog --from-image=myapp:stable -c myapp --auto',
        'oc set triggers deployment/checkout --from-image=myapp:stable -c myapp --manual',
        'oc set triggers deployment/checkout --from-image=myapp:stable -c myapp --auto',
        'oc set triggers deployment/checkout --from-image=myapp:stable -c myapp --manual',
      ],
    },
    {
      id: 'annotations',
      commands: [
        `oc annotate deployment/checkout --overwrite image.openshift.io/triggers='${annotation(true)}'`,
        `oc annotate deployment/catalog --overwrite image.openshift.io/triggers='${annotation(false)}'`,
        `oc patch deployment/catalog -p '{"spec":{"paused":false}}'`,
        'oc annotate deployment/archive image.openshift.io/triggers-',
        `oc patch deployment/checkout -p '{"spec":{"template":{"spec":{"containers":[{"name":"myapp","image":"${source}:2.0"}]}}}}'`,
      ],
    },
  ],
});
