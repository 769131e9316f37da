import {
  all,
  always,
  anySecretHolds,
  anyServiceAccountPullsWith,
  anyWorkload,
  anyWorkloadRunsImageOf,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  not,
  pods,
  secret,
  secrets,
  serviceAccount,
  serviceAccounts,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const login = { username: 'developer', password: 'developer' };
const image = { host: registry, repository: 'developer/custom-server', tag: '1.0.0', login };

const credentials = secret('registry-credentials');
const account = serviceAccount('default');
const stream = imageStream('custom-server');
const app = workload('custom-server');

/** From a login at a private registry to a running application that follows an image stream. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'images-review',
  scenario: { user: 'developer', project: 'images-review' },
  goals: [
    {
      id: 'credentials',
      points: 20,
      about: [secrets('registry-credentials')],
      check: credentials.holdsLogin({ server: registry, ...login }),
      seeWith: 'oc extract secret/registry-credentials --to=-',
      diagnoses: [
        { when: all(not(credentials.exists), credentials.existsElsewhere), say: 'secret-elsewhere' },
        { when: all(not(credentials.exists), anySecretHolds({ server: registry, ...login })), say: 'secret-other-name', points: 10 },
        { when: not(credentials.exists), say: 'secret-missing' },
        { when: not(credentials.isForRegistries), say: 'secret-wrong-type' },
        { when: not(credentials.knowsServer(registry)), say: 'secret-wrong-server', points: 5 },
        { when: always, say: 'secret-wrong-login', points: 10 },
      ],
    },
    {
      id: 'linked',
      points: 20,
      about: [serviceAccounts('default')],
      check: account.pullsWith('registry-credentials'),
      seeWith: 'oc describe serviceaccount default',
      diagnoses: [
        { when: account.mounts('registry-credentials'), say: 'linked-for-mount', points: 5 },
        { when: anyServiceAccountPullsWith('registry-credentials'), say: 'linked-to-other', points: 5 },
        { when: always, say: 'not-linked' },
      ],
    },
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('custom-server')],
      check: all(stream.holds(image), stream.hasSource),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        { when: all(not(stream.exists), stream.existsElsewhere), say: 'stream-elsewhere' },
        { when: not(stream.exists), say: 'stream-missing' },
        { when: stream.holds(image), say: 'stream-without-source', points: 10 },
        { when: stream.hasImage, say: 'stream-other-image', points: 5 },
        { when: stream.importFailed('Unauthorized'), say: 'import-unauthorized', points: 5 },
        { when: stream.importFailed(), say: 'import-failed', points: 5 },
        { when: always, say: 'stream-empty' },
      ],
    },
    {
      id: 'deployed',
      points: 20,
      needs: ['imported'],
      about: [deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(app.runs(image), app.isTriggeredBy('custom-server')),
      seeWith: 'oc set triggers deployment/custom-server',
      diagnoses: [
        { when: all(not(app.exists), app.existsElsewhere), say: 'deployment-elsewhere' },
        { when: all(not(app.exists), anyWorkloadRunsImageOf('custom-server')), say: 'deployment-other-name', points: 10 },
        { when: all(not(app.exists), anyWorkload), say: 'deployment-other', points: 0 },
        { when: not(app.exists), say: 'deployment-missing' },
        { when: not(app.isTriggeredBy('custom-server')), say: 'deployment-without-stream', points: 5 },
        { when: always, say: 'deployment-other-image', points: 10 },
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['deployed'],
      about: [pods(), deployments('custom-server'), deploymentConfigs('custom-server')],
      check: app.isAvailable,
      seeWith: 'oc get pods',
      diagnoses: [
        { when: app.wantsNoPods, say: 'scaled-to-zero' },
        { when: app.pullFails, say: 'pull-fails', points: 5 },
        { when: always, say: 'not-ready' },
      ],
    },
  ],
  solution: [
    `oc create secret docker-registry registry-credentials \\
  --docker-server=${registry} \\
  --docker-username=developer \\
  --docker-password=developer \\
  --docker-email=developer@example.org`,
    'oc secrets link default registry-credentials --for=pull',
    `oc import-image custom-server --confirm --from=${registry}/developer/custom-server:1.0.0`,
    'oc new-app --name=custom-server -i images-review/custom-server',
    'oc get pods',
  ],
});
