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
  secret,
  secrets,
  serviceAccount,
  serviceAccounts,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/developer/custom-server:1.0';
const publicTwin = 'quay.io/myorg/custom-server:1.0';
/** The build that the team pushes once the application runs. */
const nextBuild = 'sha256:fa7860ff536218f200a0f406c2d38d8081b2484390d5151c6db32352974bf36e';

const login = { server: 'quay.io', username: 'developer', password: 'developer' };
const credentials = { secret: 'quay-credentials', ...login };
const link = { secret: 'quay-credentials', account: 'default' };
const tag = streamTag('custom-server', '1.0');
const app = workload('custom-server');
const named = { app: 'custom-server', stream: 'custom-server', tag: '1.0', source, ...link };

/** The team's build server: what it publishes lies in a private repository. */
const publish = `skopeo copy --dest-creds developer:developer docker://${publicTwin} docker://${source}`;

const createSecret = `oc create secret docker-registry quay-credentials \\
  --docker-server=quay.io \\
  --docker-username=developer \\
  --docker-password=developer`;
const linkForPulls = 'oc secrets link default quay-credentials --for=pull';

const stream = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: custom-server
spec:
  tags:
  - name: "1.0"
    from:
      kind: DockerImage
      name: ${source}
    importPolicy:
      scheduled: true`;

/** A private image of quay.io, from the project's login to the second build that runs. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'external-registry',
  guides: ['registry-credentials', 'import-an-image', 'deploy-from-an-image-stream', 'use-an-external-registry'],
  scenario: {
    user: 'developer',
    project: 'storefront',
    setup: [{ run: publish }],
    events: [
      {
        id: 'new-build',
        when: all(tag.isImportedFrom(source), app.follows('custom-server', '1.0'), app.isAvailable),
        steps: [{ push: publicTwin, variant: 'b' }, { run: publish }],
      },
    ],
  },
  goals: [
    {
      id: 'credentials',
      points: 20,
      about: [secrets('quay-credentials')],
      check: secret('quay-credentials').holdsLogin(login),
      seeWith: 'oc extract secret/quay-credentials --to=-',
      diagnoses: [
        ...ladders.noSecret(credentials, 10),
        { when: secret('quay-credentials').knowsServer('quay.io'), say: 'mistake:secret-wrong-login', values: credentials, points: 10 },
        { when: always, say: 'secret-other-server', points: 5 },
      ],
    },
    {
      id: 'linked',
      points: 15,
      about: [serviceAccounts('default')],
      check: serviceAccount('default').pullsWith('quay-credentials'),
      seeWith: 'oc describe serviceaccount default',
      diagnoses: ladders.link(link, 5),
    },
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('custom-server')],
      check: all(tag.exists, tag.isImportedFrom(source)),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        ...ladders.noStream(named),
        mistakes.importUnauthorized(named, 5),
        mistakes.importNotFound(named, 5),
        mistakes.tagFromSource(named, 10),
        { when: tag.exists, say: 'tag-other-source', points: 5 },
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'deployed',
      points: 20,
      needs: ['imported'],
      about: [deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(app.follows('custom-server', '1.0'), app.triggersOwnContainer, not(app.isPaused)),
      seeWith: 'oc set triggers deployment/custom-server',
      diagnoses: [
        ...ladders.noApp(named, 10),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerOtherTag(named, 10),
        mistakes.triggerMissing(named, 5),
        mistakes.triggerManual(named, 10),
        mistakes.triggerNoPlace(named, 5),
        otherwise(mistakes.paused(named, 15)),
      ],
    },
    {
      id: 'updated',
      points: 25,
      needs: ['deployed'],
      about: [imageStreams('custom-server'), pods(), deployments('custom-server'), deploymentConfigs('custom-server')],
      check: all(tag.holdsDigest(nextBuild), podsOf('custom-server').runDigest(nextBuild)),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        mistakes.scaledToZero(named),
        mistakes.linkedTooLate(named, 5),
        mistakes.notReady(named),
        { when: tag.holdsDigest(nextBuild), say: 'not-rolled-out', points: 15 },
        otherwise(mistakes.staleTag(named, 10)),
      ],
    },
  ],
  solution: [
    createSecret,
    linkForPulls,
    `oc import-image custom-server:1.0 --confirm \\\n  --from=${source}`,
    'oc new-app --name=custom-server -i storefront/custom-server:1.0',
    'oc import-image custom-server:1.0',
    'oc rollout status deployment/custom-server',
  ],
  ways: [
    {
      id: 'new-app-imports',
      commands: [createSecret, linkForPulls, `oc new-app ${source} --name=custom-server`, 'oc import-image custom-server:1.0'],
    },
    {
      id: 'scheduled',
      commands: [
        createSecret,
        `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"quay-credentials"}]}'`,
        `oc apply -f - <<'EOF'\n${stream}\nEOF`,
        `oc create deployment custom-server --image=${source}`,
        'oc set triggers deployment/custom-server --from-image=custom-server:1.0 --containers=custom-server',
        'sleep 1000',
        'oc describe imagestream custom-server',
      ],
    },
  ],
});
