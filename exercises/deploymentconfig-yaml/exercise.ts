import {
  all,
  always,
  defineExercise,
  deploymentConfig,
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
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const source = `${registry}/developer/custom-server:1.0`;
const login = { username: 'developer', password: 'developer' };
const image = { host: registry, repository: 'developer/custom-server', tag: '1.0', login };

const app = deploymentConfig('custom-server');
const followed = streamTag('custom-server', '1.0');
const named = { app: 'custom-server', container: 'server', stream: 'custom-server', tag: '1.0', source };

/** The container is called `server`, and the trigger says `custom-server`. */
const given = `apiVersion: apps.openshift.io/v1
kind: DeploymentConfig
metadata:
  name: custom-server
spec:
  replicas: 1
  selector:
    app: custom-server
  template:
    metadata:
      labels:
        app: custom-server
    spec:
      containers:
      - name: server
        image: " "
        ports:
        - containerPort: 8080
  triggers:
  - type: ImageChange
    imageChangeParams:
      automatic: true
      containerNames:
      - custom-server
      from:
        kind: ImageStreamTag
        name: custom-server:1.0
`;

const corrected = given.replace('      - custom-server\n', '      - server\n').replace('triggers:', 'triggers:\n  - type: ConfigChange');
const importFirst = `oc import-image custom-server:1.0 --confirm --from=${source}`;

/** A DeploymentConfig that never starts, because its trigger names the wrong container. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'deploymentconfig-yaml',
  guides: ['triggers-on-deploymentconfigs', 'move-to-a-new-version'],
  scenario: {
    user: 'developer',
    project: 'deploymentconfig-yaml',
    setup: [
      { run: `oc create secret docker-registry registry-credentials --docker-server=${registry} --docker-username=developer --docker-password=developer` },
      { run: 'oc secrets link default registry-credentials --for=pull' },
    ],
    files: { 'dc-custom-server.yaml': given },
    events: [{ id: 'pushed', when: app.isAvailable, steps: [{ push: source, variant: 'b' }] }],
  },
  goals: [
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('custom-server')],
      check: all(followed.exists, followed.isImportedFrom(source)),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        ...ladders.noStream(named),
        mistakes.tagFromSource(named, 5),
        mistakes.importNotFound(named, 5),
        mistakes.otherSource(named, 5),
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'follows',
      points: 30,
      about: [deploymentConfigs('custom-server'), deployments('custom-server')],
      check: all(app.hasContainer('server'), app.hasImageTriggers(1), app.follows('custom-server', '1.0'), app.triggersContainer('server')),
      seeWith: 'oc set triggers dc/custom-server',
      diagnoses: [
        mistakes.deploymentInstead(named, 5),
        { when: not(app.exists), say: 'config-missing', guide: 'triggers-on-deploymentconfigs#write-it' },
        { when: not(app.hasContainer('server')), say: 'container-renamed', points: 15, guide: 'triggers-on-deploymentconfigs#wrong-container' },
        mistakes.twoTriggers(named, 15),
        mistakes.triggerOtherTag(named, 10),
        mistakes.triggerManual(named, 15),
        mistakes.triggerWrongContainer(named, 10),
        mistakes.pastTheStream(named),
        otherwise(mistakes.triggerMissing(named)),
      ],
    },
    {
      id: 'config-change',
      points: 15,
      needs: ['follows'],
      about: [deploymentConfigs('custom-server')],
      check: app.hasConfigTrigger,
      seeWith: 'oc describe dc custom-server',
      diagnoses: [{ when: always, say: 'no-config-trigger', guide: 'triggers-on-deploymentconfigs#config-change' }],
    },
    {
      id: 'running',
      points: 15,
      needs: ['imported', 'follows'],
      about: [deploymentConfigs('custom-server'), pods()],
      check: app.isAvailable,
      seeWith: 'oc rollout status dc/custom-server',
      diagnoses: [mistakes.scaledToZero(named), mistakes.pullFails(named, 5), otherwise(mistakes.notReady(named))],
    },
    {
      id: 'updated',
      points: 20,
      needs: ['running'],
      about: [imageStreams('custom-server'), deploymentConfigs('custom-server')],
      check: all(followed.holds(image), podsOf('custom-server').run(image)),
      seeWith: 'oc rollout history dc/custom-server',
      diagnoses: ladders.newBuild(named, followed.holds(image), 10),
    },
  ],
  solution: [
    importFirst,
    `sed -i 's/- custom-server$/- server/' dc-custom-server.yaml`,
    `sed -i 's/triggers:/triggers:\\n  - type: ConfigChange/' dc-custom-server.yaml`,
    'oc apply -f dc-custom-server.yaml',
    'oc rollout status dc/custom-server',
    'oc import-image custom-server:1.0',
    'oc rollout status dc/custom-server',
  ],
  ways: [
    {
      id: 'repaired',
      commands: [
        `oc tag ${source} custom-server:1.0`,
        'oc create -f dc-custom-server.yaml',
        'oc set triggers dc/custom-server --from-image=custom-server:1.0 -c server',
        'oc set triggers dc/custom-server --from-config',
        'oc import-image custom-server:1.0',
      ],
    },
    {
      id: 'patched',
      commands: [
        importFirst,
        'oc apply -f dc-custom-server.yaml',
        `oc patch dc custom-server --type=json -p '[{"op":"replace","path":"/spec/triggers/0/imageChangeParams/containerNames/0","value":"server"},{"op":"add","path":"/spec/triggers/-","value":{"type":"ConfigChange"}}]'`,
        'oc import-image custom-server:1.0',
      ],
    },
    { id: 'typed', commands: [importFirst, `oc apply -f - <<'EOF'\n${corrected}EOF`, 'oc import-image custom-server:1.0'] },
  ],
});
