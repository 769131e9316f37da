import {
  all,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  serviceAccount,
  serviceAccounts,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const login = { username: 'developer', password: 'developer' };
const keycloak = { host: 'quay.io', repository: 'keycloak/keycloak', tag: '20.0.3' };
const customServer = { host: registry, repository: 'developer/custom-server', tag: '1.0.0', login };

const twenty = streamTag('keycloak', '20.0');
const nineteen = streamTag('keycloak', '19.0');
const imported = streamTag('custom-server', '1.0.0');
const sso = workload('sso');
const app = workload('custom-server');

const changed = { stream: 'keycloak', tag: '20.0', source: 'quay.io/keycloak/keycloak:20.0.3' };
const added = { stream: 'custom-server', tag: '1.0.0', source: `${registry}/developer/custom-server:1.0.0` };
const following = { app: 'sso', stream: 'keycloak', tag: '20.0' };
const deployed = { app: 'custom-server', stream: 'custom-server', tag: '1.0.0' };
const inside = /^image-registry\.openshift-image-registry\.svc:5000\//;

const createSecret = `oc create secret docker-registry registry-credentials --docker-server=${registry} --docker-username=developer --docker-password=developer`;

/** Pods that pull through the internal registry: from a tag in use, and from a private image without a linked secret. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'reference-policy-local',
  guides: ['reference-policy', 'change-the-tags-of-a-stream', 'internal-registry-addresses'],
  scenario: {
    user: 'developer',
    project: 'branch-office',
    setup: [
      { run: 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0' },
      { run: 'oc tag quay.io/keycloak/keycloak:19.0 keycloak:19.0' },
      { run: 'oc new-app --name=sso -i keycloak:20.0' },
      { run: createSecret },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'local',
      points: 25,
      about: [imageStreams('keycloak')],
      check: all(
        twenty.isReferencedLocally,
        twenty.isImportedFrom(changed.source),
        nineteen.isImportedFrom('quay.io/keycloak/keycloak:19.0'),
        not(nineteen.isReferencedLocally),
      ),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.streamMissing(changed),
        { when: nineteen.isReferencedLocally, say: 'nineteen-local', points: 10 },
        mistakes.tagMissing(changed),
        mistakes.notReferencedLocally(changed),
        { when: twenty.isImportedFrom(changed.source), say: 'nineteen-changed', points: 10 },
        otherwise(mistakes.otherSource(changed, 10)),
      ],
    },
    {
      id: 'sso',
      points: 25,
      needs: ['local'],
      about: [deployments('sso'), deploymentConfigs('sso')],
      check: all(sso.follows('keycloak', '20.0'), sso.triggersOwnContainer, sso.names(inside), sso.runs(keycloak), sso.isAvailable, not(sso.isPaused)),
      seeWith: 'oc get deployment sso -o wide',
      diagnoses: [
        mistakes.appMissing(following),
        mistakes.pastTheStream(following, 5),
        mistakes.triggerOtherTag(following, 5),
        mistakes.triggerManual(following, 10),
        mistakes.triggerNoPlace({ app: 'sso' }, 10),
        mistakes.paused(following, 15),
        otherwise(mistakes.notReady(following, 15)),
      ],
    },
    {
      id: 'imported',
      points: 25,
      about: [imageStreams('custom-server')],
      check: all(imported.isImportedFrom(added.source), imported.holds(customServer), imported.isReferencedLocally),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        ...ladders.noStream(added),
        mistakes.tagFromSource(added, 10),
        mistakes.importFailed(added, 5),
        mistakes.tagMissing(added),
        mistakes.otherSource(added, 5),
        otherwise(mistakes.notReferencedLocally(added, 10)),
      ],
    },
    {
      id: 'running',
      points: 25,
      needs: ['imported'],
      about: [deployments('custom-server'), deploymentConfigs('custom-server'), serviceAccounts('default')],
      check: all(
        app.follows('custom-server', '1.0.0'),
        app.triggersOwnContainer,
        app.names(inside),
        app.runsTag('custom-server', '1.0.0'),
        app.isAvailable,
        not(app.isPaused),
        not(serviceAccount('default').pullsWith('registry-credentials')),
      ),
      seeWith: 'oc get deployment custom-server -o wide',
      diagnoses: [
        mistakes.appMissing(deployed),
        mistakes.pastTheStream(deployed, 5),
        mistakes.triggerOtherTag(deployed, 5),
        mistakes.triggerManual(deployed, 10),
        mistakes.triggerNoPlace({ app: 'custom-server' }, 10),
        mistakes.paused(deployed, 15),
        { when: serviceAccount('default').pullsWith('registry-credentials'), say: 'linked', points: 15 },
        otherwise(mistakes.notReady(deployed, 10)),
      ],
    },
  ],
  solution: [
    'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0 --reference-policy=local',
    `oc import-image custom-server:1.0.0 --confirm --from=${registry}/developer/custom-server:1.0.0 --reference-policy=local`,
    'oc new-app --name=custom-server -i custom-server:1.0.0',
    'oc get deployments -o wide',
    'oc get pods',
  ],
  ways: [
    {
      id: 'patch',
      commands: [
        `oc patch imagestream keycloak --type=json -p '[{"op":"test","path":"/spec/tags/1/name","value":"20.0"},{"op":"replace","path":"/spec/tags/1/referencePolicy/type","value":"Local"}]'`,
        'oc create imagestream custom-server',
        `oc tag ${registry}/developer/custom-server:1.0.0 custom-server:1.0.0 --reference-policy=local`,
        `oc create deployment custom-server --image=${registry}/developer/custom-server:1.0.0`,
        'oc set triggers deployment/custom-server --from-image=custom-server:1.0.0 -c custom-server',
      ],
    },
  ],
});
