import {
  all,
  always,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
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

const credentials = { secret: 'registry-credentials', server: registry, ...login };
const link = { secret: 'registry-credentials', account: 'default' };
const stream = imageStream('custom-server');
const app = workload('custom-server');
const named = { app: 'custom-server', stream: 'custom-server', tag: 'latest', ...link };

const createSecret = `oc create secret docker-registry registry-credentials \\
  --docker-server=${registry} \\
  --docker-username=developer \\
  --docker-password=developer \\
  --docker-email=developer@example.org`;

/** A Deployment whose trigger follows a tag of its own. */
export const applyDeployment = `oc apply -f - <<'EOF'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: custom-server
  annotations:
    image.openshift.io/triggers: '[{"from":{"kind":"ImageStreamTag","name":"custom-server:1.0.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"custom-server\\")].image"}]'
spec:
  replicas: 1
  selector:
    matchLabels:
      app: custom-server
  template:
    metadata:
      labels:
        app: custom-server
    spec:
      containers:
      - name: custom-server
        image: " "
        ports:
        - containerPort: 8080
EOF`;

/** From a login at a private registry to a running application that follows an image stream. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'images-review',
  guides: ['registry-credentials', 'import-an-image', 'deploy-from-an-image-stream'],
  scenario: { user: 'developer', project: 'images-review' },
  goals: [
    {
      id: 'credentials',
      points: 20,
      about: [secrets('registry-credentials')],
      check: secret('registry-credentials').holdsLogin({ server: registry, ...login }),
      seeWith: 'oc extract secret/registry-credentials --to=-',
      diagnoses: ladders.login(credentials, 10),
    },
    {
      id: 'linked',
      points: 20,
      about: [serviceAccounts('default')],
      check: serviceAccount('default').pullsWith('registry-credentials'),
      seeWith: 'oc describe serviceaccount default',
      diagnoses: ladders.link(link, 5),
    },
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('custom-server')],
      check: all(stream.holds(image), stream.hasSource),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        mistakes.streamElsewhere(named),
        mistakes.withoutConfirm(named),
        mistakes.dryRunTaken(named),
        mistakes.streamMissing(named),
        { when: stream.holds(image), say: 'stream-without-source', points: 10 },
        { when: stream.hasImage, say: 'stream-other-image', points: 5 },
        mistakes.importUnauthorized(named, 5),
        { when: stream.importFailed(), say: 'import-failed', points: 5 },
        otherwise(mistakes.streamEmpty(named)),
      ],
    },
    {
      id: 'deployed',
      points: 20,
      needs: ['imported'],
      about: [deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(app.runs(image), app.follows('custom-server'), app.triggersOwnContainer, not(app.isPaused)),
      seeWith: 'oc set triggers deployment/custom-server',
      diagnoses: [
        mistakes.appElsewhere(named),
        mistakes.appOtherName(named, 10),
        mistakes.appOther(named),
        mistakes.appMissing(named),
        mistakes.pastTheStream(named, 5),
        { ...mistakes.triggerMissing(named, 5), when: not(app.isTriggeredBy('custom-server')) },
        mistakes.triggerManual(named, 10),
        mistakes.triggerManual({ ...named, tag: '1.0.0' }, 10),
        mistakes.triggerNoPlace(named, 5),
        mistakes.paused(named, 10),
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
      diagnoses: [mistakes.scaledToZero(named), mistakes.linkedTooLate(named, 5), otherwise(mistakes.notReady(named))],
    },
  ],
  solution: [
    createSecret,
    'oc secrets link default registry-credentials --for=pull',
    `oc import-image custom-server --confirm --from=${registry}/developer/custom-server:1.0.0`,
    'oc new-app --name=custom-server -i images-review/custom-server',
    'oc get pods',
  ],
  ways: [
    {
      id: 'own-tag',
      commands: [
        createSecret,
        'oc secrets link default registry-credentials --for=pull',
        `oc import-image custom-server:1.0.0 --confirm --from=${registry}/developer/custom-server:1.0.0`,
        `oc create deployment custom-server --image=${registry}/developer/custom-server:1.0.0`,
        'oc set triggers deployment/custom-server --from-image=custom-server:1.0.0 --containers=custom-server',
      ],
    },
    {
      id: 'declared',
      commands: [
        createSecret,
        `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"registry-credentials"}]}'`,
        'oc create imagestream custom-server',
        `oc tag --source=docker ${registry}/developer/custom-server:1.0.0 custom-server:1.0.0`,
        applyDeployment,
      ],
    },
  ],
});
