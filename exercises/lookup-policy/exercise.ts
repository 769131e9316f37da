import {
  all,
  always,
  defineExercise,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  mistakes,
  not,
  otherwise,
  pods,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/myorg/myapp:1.0';
const image = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };
const keycloakImage = { host: 'quay.io', repository: 'keycloak/keycloak', tag: '20.0.2' };

const myapp = imageStream('myapp');
const keycloak = imageStream('keycloak');
const catalog = workload('catalog');
const login = workload('login');
const named = { stream: 'myapp', app: 'catalog' };
const keycloakNamed = { stream: 'keycloak', app: 'login' };

const streamFile = `apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: myapp
spec:
  lookupPolicy:
    local: false
  tags:
  - name: "1.0"
    from:
      kind: DockerImage
      name: ${source}
`;

const deploymentFile = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: catalog
spec:
  selector:
    matchLabels:
      app: catalog
  template:
    metadata:
      labels:
        app: catalog
    spec:
      containers:
      - name: catalog
        image: myapp:1.0
`;

/** The lookup of one stream goes on, that of another off, and what exists has to be written anew, or not. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'lookup-policy',
  guides: ['local-lookup', 'short-names-in-workloads', 'resolve-names-on-a-deployment'],
  scenario: {
    user: 'developer',
    project: 'bookshop',
    setup: [
      { run: `oc apply -f - <<'EOF'\n${streamFile}EOF` },
      { run: `oc apply -f - <<'EOF'\n${deploymentFile}EOF` },
      { run: 'oc import-image keycloak:20.0 --confirm --from=quay.io/keycloak/keycloak:20.0.2' },
      { run: 'oc set image-lookup keycloak' },
      { run: 'oc create deployment login --image=keycloak:20.0' },
      { pass: '10m' },
    ],
    files: { 'myapp.yaml': streamFile, 'catalog.yaml': deploymentFile },
  },
  goals: [
    {
      id: 'on',
      points: 25,
      about: [imageStreams('myapp')],
      check: all(myapp.looksUpLocally, streamTag('myapp', '1.0').isImportedFrom(source)),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [
        mistakes.streamMissing(named),
        { when: myapp.looksUpLocally, say: 'source-changed', guide: 'declare-an-image-stream#remove-a-tag', points: 10 },
        { when: catalog.resolvesNames, say: 'asked-by-deployment', guide: 'resolve-names-on-a-deployment#which-of-the-two', points: 5 },
        otherwise(mistakes.lookupOff(named)),
      ],
    },
    {
      id: 'anew',
      points: 30,
      about: [deployments('catalog')],
      check: all(catalog.runs(image), not(catalog.resolvesNames), catalog.hasNoImageTrigger),
      seeWith: 'oc get deployment catalog -o wide',
      diagnoses: [
        mistakes.appMissing(named),
        { when: catalog.resolvesNames, say: 'annotation-left', guide: 'resolve-names-on-a-deployment#switch-it-off', points: 10 },
        { when: not(catalog.hasNoImageTrigger), say: 'trigger-instead', guide: 'resolve-names-on-a-deployment#which-of-the-two', points: 10 },
        mistakes.lookupTooLate(named),
        { when: catalog.names(/^quay\.io\/myorg\/myapp(?!@)/), say: 'full-name', guide: 'local-lookup#where-lookup-does-not-reach', points: 5 },
        { when: always, say: 'other-image', guide: 'local-lookup#a-tag-that-the-stream-does-not-have' },
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['anew'],
      about: [pods(), deployments('catalog')],
      check: catalog.isAvailable,
      seeWith: 'oc get pods',
      diagnoses: [mistakes.scaledToZero(named), otherwise(mistakes.notReady(named))],
    },
    {
      id: 'off',
      points: 25,
      about: [imageStreams('keycloak'), deployments('login')],
      check: all(streamTag('keycloak', '20.0').exists, not(keycloak.looksUpLocally), login.runs(keycloakImage), login.isAvailable),
      seeWith: 'oc set image-lookup',
      diagnoses: [
        mistakes.lookupStillOn(keycloakNamed),
        mistakes.streamMissing(keycloakNamed),
        mistakes.tagMissing({ ...keycloakNamed, tag: '20.0' }, 10),
        mistakes.appMissing(keycloakNamed, 10),
        { when: always, say: 'login-changed', guide: 'local-lookup#it-works-when-an-object-is-written', points: 10 },
      ],
    },
  ],
  solution: [
    "sed -i 's/local: false/local: true/' myapp.yaml",
    'oc apply -f myapp.yaml',
    'oc delete deployment catalog',
    'oc apply -f catalog.yaml',
    'oc set image-lookup keycloak --enabled=false',
    'oc set image-lookup',
    'oc get deployments -o wide',
  ],
  ways: [
    {
      id: 'command',
      commands: [
        'oc set image-lookup myapp',
        'oc set image deployment/catalog catalog=quay.io/myorg/myapp:1.0',
        'oc set image deployment/catalog catalog=myapp:1.0',
        `oc patch imagestream keycloak -p '{"spec":{"lookupPolicy":{"local":false}}}'`,
      ],
    },
    {
      id: 'replace',
      commands: [
        `oc patch imagestream myapp --type=merge -p '{"spec":{"lookupPolicy":{"local":true}}}'`,
        'oc replace --force -f catalog.yaml',
        'oc set image-lookup keycloak --enabled=false',
      ],
    },
  ],
});
