import {
  all,
  always,
  buildConfig,
  buildConfigs,
  builds,
  defineExercise,
  deployments,
  type FeedbackOf,
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
const base = `${registry}/developer/custom-server:1.0`;
const image = `${registry}/developer/custom-server:2.0`;

const login = { server: registry, username: 'developer', password: 'developer' };
const credentials = { secret: 'team-registry', ...login };
const link = { secret: 'team-registry', account: 'default' };
const named = { app: 'viewer', ...link };
const builder = serviceAccount('builder');
const viewer = workload('viewer');

const dockerfile = `FROM ${base}\nLABEL report=yearly`;
const report = `apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: report
spec:
  source:
    dockerfile: |
      ${dockerfile.replace('\n', '\n      ')}
  strategy:
    dockerStrategy:
      from:
        kind: DockerImage
        name: ${base}
  output:
    to:
      kind: ImageStreamTag
      name: report:latest`;

const createSecret = `oc create secret docker-registry team-registry \\
  --docker-server=${registry} \\
  --docker-username=developer \\
  --docker-password=developer`;

const isAsGiven = all(
  buildConfig('report').buildsFrom(base),
  buildConfig('report').outputsTo('report:latest'),
  buildConfig('report').hasDockerfile(dockerfile),
);

/** One login for two readers: the build mounts it as builder, the pod pulls with it as default. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'builder-and-default',
  guides: ['registry-credentials', 'build-on-an-image-stream'],
  scenario: {
    user: 'developer',
    project: 'workshop',
    setup: [
      { run: 'oc create imagestream report' },
      { run: `oc apply -f - <<'EOF'\n${report}\nEOF` },
      { run: `oc create deployment viewer --image=${image}` },
      { pass: '5m' },
    ],
  },
  goals: [
    {
      id: 'credentials',
      points: 20,
      about: [secrets('team-registry')],
      check: secret('team-registry').holdsLogin(login),
      seeWith: 'oc extract secret/team-registry --to=-',
      diagnoses: ladders.login(credentials, 10),
    },
    {
      id: 'builder',
      points: 20,
      about: [serviceAccounts('builder')],
      check: builder.mounts('team-registry'),
      seeWith: 'oc describe serviceaccount builder',
      diagnoses: [
        { when: builder.pullsWith('team-registry'), say: 'builder-for-pull', points: 5 },
        { when: serviceAccount('default').mounts('team-registry'), say: 'mounted-by-default', points: 5 },
        { when: always, say: 'builder-not-linked' },
      ],
    },
    {
      id: 'default',
      points: 20,
      about: [serviceAccounts('default')],
      check: serviceAccount('default').pullsWith('team-registry'),
      seeWith: 'oc describe serviceaccount default',
      diagnoses: ladders.link(link, 5),
    },
    {
      id: 'built',
      points: 20,
      about: [buildConfigs('report'), builds()],
      check: all(isAsGiven, buildConfig('report').hasBuilt),
      seeWith: 'oc get builds',
      diagnoses: [{ when: not(isAsGiven), say: 'build-changed' }, otherwise(mistakes.buildNeverRan({ build: 'report' }))],
    },
    {
      id: 'running',
      points: 20,
      about: [pods(), deployments('viewer')],
      check: all(viewer.names(image), viewer.isAvailable),
      seeWith: 'oc get pods',
      diagnoses: [
        { when: not(viewer.names(image)), say: 'viewer-changed' },
        mistakes.scaledToZero(named),
        mistakes.linkedTooLate(named, 5),
        otherwise(mistakes.notReady(named)),
      ],
    },
  ],
  solution: [
    createSecret,
    'oc secrets link builder team-registry',
    'oc secrets link default team-registry --for=pull',
    'oc start-build report --wait',
    'oc rollout restart deployment/viewer',
    'oc get pods',
  ],
  ways: [
    {
      id: 'patched',
      commands: [
        createSecret,
        `oc patch serviceaccount builder -p '{"secrets":[{"name":"team-registry"}]}'`,
        `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"team-registry"}]}'`,
        'oc start-build report --follow',
        'oc delete pods -l app=viewer',
      ],
    },
  ],
});
