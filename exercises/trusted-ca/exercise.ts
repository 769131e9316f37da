import {
  all,
  always,
  clusterTrusts,
  configMap,
  configMaps,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageConfig,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const source = `${registry}/redhattraining/hello-world-nginx`;
/** The image behind the source; the grader cannot ask the registry, whose certificate it does not trust. */
const image = 'sha256:e0ce234e4619b3211ddf60c371efc29cf18f25c7bf2c4ad1ba20e16722da3e38';

const certificate = (lines: string) => `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
const registryCa = certificate('MIIBpTCCAUugAwIBAgIUQ7xq2m1n8sK0vJx5h9T3c1cYk6cwCgYIKoZIzj0EAwIw');
const marsCa = certificate('MIIBqDCCAU6gAwIBAgIUN0mB4t8aE6yRz2kWq1uP5vXo9dEwCgYIKoZIzj0EAwIw');

const map = configMap('openshift-config', 'registry-cas');
const key = 'registry.ocp4.example.com..8443';
const named = { map: 'registry-cas', key, app: 'hello', stream: 'hello', tag: 'latest', source };
const tag = streamTag('hello', 'latest');
const app = workload('hello');

const createMap = `oc create configmap registry-cas -n openshift-config \\
  --from-file=registry.ocp4.example.com..8443=registry-ca.crt \\
  --from-file=registry.marsrover.space=mars-ca.crt`;
const nameIt = `oc patch image.config.openshift.io/cluster --type=merge \\
  --patch '{"spec":{"additionalTrustedCA":{"name":"registry-cas"}}}'`;

/** An authority of the company's own: made known to the cluster, and proven by an import and a pull. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'trusted-ca',
  guides: ['import-an-image', 'trusted-certificates'],
  scenario: {
    user: 'admin',
    project: 'certificates',
    files: { 'registry-ca.crt': registryCa, 'mars-ca.crt': marsCa },
    faults: [{ at: registry, kind: 'tls' }],
  },
  goals: [
    {
      id: 'authority',
      points: 25,
      about: [configMaps('registry-cas', 'openshift-config')],
      check: map.holds(key, registryCa),
      seeWith: 'oc describe configmap registry-cas -n openshift-config',
      diagnoses: [
        mistakes.mapElsewhere(named),
        mistakes.mapMissing(named),
        mistakes.keyWithoutPort(named, 10),
        { when: always, say: 'other-certificate', points: 10 },
      ],
    },
    {
      id: 'second-authority',
      points: 15,
      about: [configMaps('registry-cas', 'openshift-config')],
      check: map.holds('registry.marsrover.space', marsCa),
      seeWith: 'oc describe configmap registry-cas -n openshift-config',
      diagnoses: [{ when: always, say: 'second-missing' }],
    },
    {
      id: 'named',
      points: 20,
      about: [imageConfig],
      check: clusterTrusts('registry-cas'),
      seeWith: 'oc get image.config.openshift.io/cluster -o yaml',
      diagnoses: [otherwise(mistakes.caNotNamed(named))],
    },
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('hello')],
      check: all(tag.holdsDigest(image), tag.isImportedFrom(source), not(tag.isInsecure)),
      seeWith: 'oc describe imagestream hello',
      diagnoses: [
        mistakes.insecureInstead(named, 5),
        ...ladders.noStream(named),
        mistakes.importFailed(named, 5),
        { when: tag.exists, say: 'other-image', points: 5 },
        otherwise(mistakes.tagMissing(named)),
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['imported'],
      about: [pods(), deployments('hello'), deploymentConfigs('hello')],
      check: all(app.follows('hello', 'latest'), app.triggersOwnContainer, not(app.isPaused), podsOf('hello').runDigest(image)),
      seeWith: 'oc get pods',
      diagnoses: [
        ...ladders.noApp(named, 10),
        mistakes.scaledToZero(named),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerOtherTag(named, 10),
        mistakes.triggerManual(named, 10),
        mistakes.triggerNoPlace({ app: 'hello' }, 10),
        mistakes.paused(named, 15),
        otherwise(mistakes.notReady(named)),
      ],
    },
  ],
  solution: [createMap, nameIt, `oc import-image hello --confirm \\\n  --from=${source}`, 'oc new-app --name=hello -i certificates/hello', 'oc get pods'],
  ways: [
    {
      id: 'declared',
      commands: [
        `oc apply -f - <<'EOF'
apiVersion: v1
kind: ConfigMap
metadata:
  name: registry-cas
  namespace: openshift-config
data:
  registry.ocp4.example.com..8443: |
${registryCa.trim().replace(/^/gm, '    ')}
  registry.marsrover.space: |
${marsCa.trim().replace(/^/gm, '    ')}
---
apiVersion: config.openshift.io/v1
kind: Image
metadata:
  name: cluster
spec:
  additionalTrustedCA:
    name: registry-cas
EOF`,
        `oc tag --source=docker ${source} hello:latest`,
        `oc create deployment hello --image=${source}`,
        'oc set triggers deployment/hello --from-image=hello:latest --containers=hello-world-nginx',
      ],
    },
  ],
});
