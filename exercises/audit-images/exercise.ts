import { all, always, defineExercise, deployments, type FeedbackOf, imageStreams, mistakes, not, pods, streamTag, workload } from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const phpByTag = 'image-registry.openshift-image-registry.svc:5000/openshift/php:8.0-ubi9';
const archiveName = 'quay.io/keycloak/keycloak:19.0';

const worker = workload('worker');
const sso = workload('sso');
const report = workload('report');
const shop = workload('shop');
const archive = workload('archive');
const myapp = streamTag('myapp', '1.0');
const keycloak = streamTag('keycloak', '20.0');
const php = streamTag('php', '8.0-ubi9');

const shopFollows = all(shop.follows('myapp', '1.0'), shop.triggersOwnContainer, not(shop.isPaused));

const working = { app: 'worker', stream: 'myapp', tag: '1.0' };
const signing = { app: 'sso', stream: 'keycloak', tag: '20.0' };
const reporting = { app: 'report', stream: 'php', tag: '8.0-ubi9' };

/** Every deployment of a project on a digest that a stream of the project stands for, but one. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'audit-images',
  guides: ['audit-images', 'image-triggers-on-deployments', 'change-the-tags-of-a-stream', 'local-lookup'],
  scenario: {
    user: 'developer',
    project: 'shop-audit',
    setup: [
      { run: 'oc import-image myapp:1.0 --confirm --from=quay.io/myorg/myapp:1.0' },
      { run: 'oc new-app --name=shop -i myapp:1.0' },
      { run: 'oc create deployment worker --image=quay.io/myorg/myapp:1.0' },
      { run: 'oc import-image keycloak:20.0 --confirm --from=quay.io/keycloak/keycloak:20.0.2' },
      { run: 'oc set image-lookup keycloak' },
      { run: 'oc create deployment sso --image=keycloak:20.0' },
      { run: `oc create deployment report --image=${phpByTag}` },
      { run: `oc create deployment archive --image=${archiveName}` },
      { pass: '10m' },
      { run: 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0' },
      { pass: '5m' },
    ],
  },
  goals: [
    {
      id: 'worker',
      points: 25,
      about: [deployments('worker'), imageStreams('myapp')],
      check: all(worker.runsTag('myapp', '1.0'), not(worker.isPaused), myapp.isImportedFrom('quay.io/myorg/myapp:1.0')),
      seeWith: 'oc get deployment worker -o wide',
      diagnoses: [
        mistakes.appMissing(working),
        mistakes.containersMissing(working),
        mistakes.paused(working, 10),
        { when: worker.names('quay.io/myorg/myapp:1.0'), say: 'still-a-tag' },
        { when: worker.names(/^(?:shop-audit\/)?myapp(?::|$)/), say: 'short-name-kept', points: 5 },
        { when: always, say: 'not-the-tag', points: 5 },
      ],
    },
    {
      id: 'sso',
      points: 25,
      about: [deployments('sso'), imageStreams('keycloak')],
      check: all(sso.runsTag('keycloak', '20.0'), not(sso.isPaused), keycloak.isImportedFrom('quay.io/keycloak/keycloak:20.0.3')),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.appMissing(signing),
        mistakes.containersMissing(signing),
        mistakes.paused(signing, 10),
        { when: not(keycloak.isImportedFrom('quay.io/keycloak/keycloak:20.0.3')), say: 'tag-changed', points: 5 },
        { when: sso.names(/:20\.0\.3$/), say: 'still-a-tag', points: 5 },
        { when: always, say: 'not-the-tag' },
      ],
    },
    {
      id: 'report',
      points: 30,
      about: [deployments('report'), imageStreams('php')],
      check: all(php.sameImageAsIn('openshift', 'php', '8.0-ubi9'), report.runsTag('php', '8.0-ubi9'), not(report.isPaused)),
      seeWith: 'oc get imagestreamtags',
      diagnoses: [
        mistakes.appMissing(reporting),
        mistakes.streamMissing(reporting),
        mistakes.tagMissing(reporting),
        { when: not(php.sameImageAsIn('openshift', 'php', '8.0-ubi9')), say: 'other-php', points: 5 },
        { when: report.names(phpByTag), say: 'still-a-tag', points: 10 },
        mistakes.paused(reporting, 15),
        { when: always, say: 'not-the-tag', points: 10 },
      ],
    },
    {
      id: 'rest',
      points: 20,
      needs: ['worker', 'sso', 'report'],
      about: [deployments(), pods()],
      check: all(
        archive.names(archiveName),
        archive.hasNoImageTrigger,
        shopFollows,
        ...[archive, shop, worker, sso, report].map(({ isAvailable }) => isAvailable),
      ),
      seeWith: 'oc get deployments -o wide',
      diagnoses: [
        { when: not(all(archive.names(archiveName), archive.hasNoImageTrigger)), say: 'archive-changed', points: 5 },
        { when: not(shopFollows), say: 'shop-changed', points: 5 },
        { when: always, say: 'not-all-ready', points: 5 },
      ],
    },
  ],
  solution: [
    "oc get deployments -o custom-columns='NAME:.metadata.name,IMAGES:.spec.template.spec.containers[*].image'",
    'oc get imagestreamtags',
    'oc set triggers deployment/worker \\\n  --from-image=myapp:1.0 --containers=myapp',
    'oc set triggers deployment/sso \\\n  --from-image=keycloak:20.0 --containers=keycloak',
    'oc tag openshift/php:8.0-ubi9 php:8.0-ubi9',
    'oc set triggers deployment/report \\\n  --from-image=php:8.0-ubi9 --containers=php',
    "oc get deployments -o custom-columns='NAME:.metadata.name,IMAGES:.spec.template.spec.containers[*].image'",
  ],
  ways: [
    {
      id: 'lookup',
      commands: [
        'oc import-image php:8.0-ubi9 --confirm \\\n  --from=registry.access.redhat.com/ubi9/php-80',
        'oc set image-lookup myapp php',
        'oc set image deployment/worker myapp=myapp:1.0',
        'oc set image deployment/sso keycloak=keycloak:20.0',
        'oc set image deployment/report php=php:8.0-ubi9',
      ],
    },
  ],
});
