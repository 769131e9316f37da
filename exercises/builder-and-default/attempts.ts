import { defineAttempts } from '../../src/grading/index.ts';

const registry = 'registry.ocp4.example.com:8443';

const createSecret = `oc create secret docker-registry team-registry --docker-server=${registry} --docker-username=developer --docker-password=developer`;
const forBuilds = 'oc secrets link builder team-registry';
const forPods = 'oc secrets link default team-registry --for=pull';
const build = 'oc start-build report --wait';
const newPod = 'oc rollout restart deployment/viewer';

export default defineAttempts({
  accepted: {
    'both uses for both accounts': [
      createSecret,
      'oc secrets link builder team-registry --for=pull,mount',
      'oc secrets link default team-registry --for=pull,mount',
      build,
      'oc scale deployment/viewer --replicas=0',
      'oc scale deployment/viewer --replicas=1',
    ],
    'the pods first': [createSecret, forPods, newPod, forBuilds, 'oc start-build bc/report', 'oc logs -f bc/report'],
  },
  equivalent: {
    'solution: swap 4 5': 'only the time of the restart differs',
    'solution: undo 5': 'to take the restart back is another rollout, whose pod has the secret too',
    'the pods first: swap 3 4': 'only the time of the restart differs',
    'the pods first: undo 3': 'to take the restart back is another rollout, whose pod has the secret too',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc describe pods'], misses: 'credentials', says: 'mistake:secret-missing' },
    'podman login taken for the secret': {
      run: [`podman login -u developer -p developer ${registry}`, build, newPod],
      misses: 'credentials',
      says: 'mistake:podman-login-instead',
    },
    'a secret in another project': { run: ['oc new-project mine', createSecret], misses: 'credentials', says: 'mistake:secret-elsewhere' },
    'another name for the secret': {
      run: [createSecret.replace('team-registry', 'my-mars-secret'), 'oc secrets link builder my-mars-secret', build],
      misses: 'credentials',
      says: 'mistake:secret-other-name',
    },
    'a generic secret': {
      run: ['oc create secret generic team-registry --from-literal=username=developer --from-literal=password=developer', forBuilds, forPods, build, newPod],
      misses: 'credentials',
      says: 'mistake:secret-wrong-type',
    },
    'the registry without its port': {
      run: [createSecret.replace(':8443', ''), forBuilds, forPods, build, newPod],
      misses: 'credentials',
      says: 'mistake:secret-wrong-server',
    },
    'a mistyped user': {
      run: [createSecret.replace('username=developer', 'username=developper'), forBuilds, forPods, build, newPod],
      misses: 'credentials',
      says: 'mistake:secret-wrong-login',
    },
    'linked for pods only': { run: [createSecret, forPods, build, newPod], misses: 'builder', says: 'builder-not-linked' },
    'linked to the builder for pulls': {
      run: [createSecret, `${forBuilds} --for=pull`, forPods, build, newPod],
      misses: 'builder',
      says: 'builder-for-pull',
    },
    'everything linked to default': {
      run: [createSecret, 'oc secrets link default team-registry --for=pull,mount', build, newPod],
      misses: 'builder',
      says: 'mounted-by-default',
    },
    'linked for builds only': { run: [createSecret, forBuilds, build, newPod], misses: 'default', says: 'mistake:not-linked' },
    'linked to default for mounting': {
      run: [createSecret, forBuilds, 'oc secrets link default team-registry', build, newPod],
      misses: 'default',
      says: 'mistake:linked-for-mount',
    },
    'pulls linked to the builder alone': {
      run: [createSecret, `${forBuilds} --for=pull,mount`, build, newPod],
      misses: 'default',
      says: 'mistake:linked-to-other',
    },
    'no build started': { run: [createSecret, forBuilds, forPods, newPod], misses: 'built', says: 'mistake:build-never-ran' },
    'a build that starts from a public image': {
      run: [
        createSecret,
        forBuilds,
        forPods,
        `oc patch bc/report --type=merge -p '{"spec":{"strategy":{"dockerStrategy":{"from":{"name":"quay.io/myorg/custom-server:1.0"}}}}}'`,
        build,
        newPod,
      ],
      misses: 'built',
      says: 'build-changed',
    },
    'a Dockerfile that starts from a public image': {
      run: [
        createSecret,
        forBuilds,
        forPods,
        `oc patch bc/report --type=merge -p '{"spec":{"source":{"dockerfile":"FROM quay.io/myorg/custom-server:1.0"}}}'`,
        build,
        newPod,
      ],
      misses: 'built',
      says: 'build-changed',
    },
    'the BuildConfig deleted': {
      run: [createSecret, forBuilds, forPods, 'oc delete bc/report', newPod],
      misses: 'built',
      says: 'build-changed',
    },
    'the pod left waiting': { run: [createSecret, forBuilds, forPods, build], misses: 'running', says: 'mistake:linked-too-late' },
    'a public image for the viewer': {
      run: [createSecret, forBuilds, forPods, build, 'oc set image deployment/viewer custom-server=quay.io/myorg/custom-server:1.0'],
      misses: 'running',
      says: 'viewer-changed',
    },
    'scaled to zero': {
      run: [createSecret, forBuilds, forPods, build, 'oc scale deployment/viewer --replicas=0'],
      misses: 'running',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        createSecret,
        forBuilds,
        forPods,
        build,
        'oc scale deployment/viewer --replicas=0',
        'oc set serviceaccount deployment/viewer robot',
        'oc scale deployment/viewer --replicas=1',
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
  },
});
