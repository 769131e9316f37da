import { defineAttempts } from '../../src/grading/index.ts';
import { applyDeployment } from './exercise.ts';

const registry = 'registry.ocp4.example.com:8443';
const image = `${registry}/developer/custom-server`;

const createSecret = `oc create secret docker-registry registry-credentials --docker-server=${registry} --docker-username=developer --docker-password=developer --docker-email=developer@example.org`;
const linkForPulls = 'oc secrets link default registry-credentials --for=pull';
const importImage = `oc import-image custom-server --confirm --from=${image}:1.0.0`;
const newApp = 'oc new-app --name=custom-server -i images-review/custom-server';

const secretYaml = `oc apply -f - <<'EOF'
apiVersion: v1
kind: Secret
metadata:
  name: registry-credentials
type: kubernetes.io/dockerconfigjson
stringData:
  .dockerconfigjson: '{"auths":{"${registry}":{"username":"developer","password":"developer","auth":"ZGV2ZWxvcGVyOmRldmVsb3Blcg=="}}}'
EOF`;

export default defineAttempts({
  accepted: {
    'everything in YAML': [
      secretYaml,
      `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"registry-credentials"}]}'`,
      'oc create imagestream custom-server',
      `oc tag --source=docker ${image}:1.0.0 custom-server:1.0.0`,
      applyDeployment,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get imagestreams', 'oc whoami'], misses: 'credentials', says: 'mistake:secret-missing' },
    'podman login taken for the secret': {
      run: [`podman login -u developer -p developer ${registry}`, importImage],
      misses: 'credentials',
      says: 'mistake:podman-login-instead',
    },
    'the stream never imported': { run: [createSecret, linkForPulls], misses: 'imported', says: 'mistake:stream-missing' },
    'in a project of its own': {
      run: ['oc new-project my-review', createSecret, linkForPulls, importImage, 'oc new-app --name=custom-server -i custom-server'],
      misses: 'credentials',
      says: 'mistake:secret-elsewhere',
    },
    'another name for the secret': {
      run: [createSecret.replace('registry-credentials', 'quay-credentials'), 'oc secrets link default quay-credentials --for=pull', importImage, newApp],
      misses: 'credentials',
      says: 'mistake:secret-other-name',
    },
    'a generic secret with a user and a password': {
      run: [
        'oc create secret generic registry-credentials --from-literal=username=developer --from-literal=password=developer',
        linkForPulls,
        importImage,
        newApp,
      ],
      misses: 'credentials',
      says: 'mistake:secret-wrong-type',
    },
    'the registry without its port': {
      run: [createSecret.replace(':8443', ''), linkForPulls, importImage, newApp],
      misses: 'credentials',
      says: 'mistake:secret-wrong-server',
    },
    'a mistyped password': {
      run: [createSecret.replace('--docker-password=developer', '--docker-password=develper'), linkForPulls, importImage, newApp],
      misses: 'credentials',
      says: 'mistake:secret-wrong-login',
    },
    'the secret never linked': { run: [createSecret, importImage, newApp], misses: 'linked', says: 'mistake:not-linked' },
    'linked without --for=pull': {
      run: [createSecret, 'oc secrets link default registry-credentials', importImage, newApp],
      misses: 'linked',
      says: 'mistake:linked-for-mount',
    },
    'linked to the builder': {
      run: [createSecret, 'oc secrets link builder registry-credentials --for=pull', importImage, newApp],
      misses: 'linked',
      says: 'mistake:linked-to-other',
    },
    'linked, and unlinked again': {
      run: [createSecret, linkForPulls, importImage, newApp, 'oc secrets unlink default registry-credentials'],
      misses: 'linked',
      says: 'mistake:not-linked',
    },
    'no --confirm': {
      run: [createSecret, linkForPulls, importImage.replace(' --confirm', ''), newApp],
      misses: 'imported',
      says: 'mistake:without-confirm',
    },
    'a dry run taken for the import': {
      run: [createSecret, linkForPulls, `${importImage} --dry-run`],
      misses: 'imported',
      says: 'mistake:dry-run-taken-for-import',
    },
    'an empty image stream': { run: [createSecret, linkForPulls, 'oc create imagestream custom-server'], misses: 'imported', says: 'mistake:stream-empty' },
    'imported before there was a secret': { run: [importImage, createSecret, linkForPulls], misses: 'imported', says: 'mistake:import-unauthorized' },
    'version 2.0 imported': {
      run: [createSecret, linkForPulls, importImage.replace('1.0.0', '2.0'), newApp],
      misses: 'imported',
      says: 'stream-other-image',
    },
    'a tag that the registry does not have': {
      run: [createSecret, linkForPulls, importImage.replace('1.0.0', '1.0.1')],
      misses: 'imported',
      says: 'import-failed',
    },
    'imported into another project': {
      run: [createSecret, linkForPulls, 'oc new-project my-review', createSecret, importImage],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'the stream declared again without its tag': {
      run: [
        createSecret,
        linkForPulls,
        importImage,
        `oc replace -f - <<'EOF'\n{"apiVersion":"image.openshift.io/v1","kind":"ImageStream","metadata":{"name":"custom-server"}}\nEOF`,
      ],
      misses: 'imported',
      says: 'stream-without-source',
    },
    'imported, not deployed': { run: [createSecret, linkForPulls, importImage], misses: 'deployed', says: 'mistake:app-missing' },
    'deployed past the stream': {
      run: [createSecret, linkForPulls, importImage, `oc create deployment custom-server --image=${image}:1.0.0`],
      misses: 'deployed',
      says: 'mistake:past-the-stream',
    },
    'deployed under another name': {
      run: [createSecret, linkForPulls, importImage, 'oc new-app --name=web -i images-review/custom-server'],
      misses: 'deployed',
      says: 'mistake:app-other-name',
    },
    'something else deployed': {
      run: [createSecret, linkForPulls, importImage, 'oc create deployment web --image=quay.io/keycloak/keycloak:19.0'],
      misses: 'deployed',
      says: 'mistake:app-other',
    },
    'a trigger on another tag': {
      run: [
        createSecret,
        linkForPulls,
        importImage,
        `oc import-image custom-server:2.0 --from=${image}:2.0`,
        'oc new-app --name=custom-server -i images-review/custom-server:2.0',
      ],
      misses: 'deployed',
      says: 'deployment-other-image',
    },
    'a second stream deployed': {
      run: [
        createSecret,
        linkForPulls,
        importImage,
        `oc import-image web --confirm --from=${image}:1.0.0`,
        'oc new-app --name=custom-server -i images-review/web',
      ],
      misses: 'deployed',
      says: 'mistake:trigger-missing',
    },
    'the trigger made manual': {
      run: [
        createSecret,
        linkForPulls,
        importImage,
        newApp,
        'oc set triggers deployment/custom-server --from-image=custom-server:latest -c custom-server --manual',
      ],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        createSecret,
        linkForPulls,
        importImage.replace('custom-server --', 'custom-server:1.0.0 --'),
        applyDeployment.replace('- name: custom-server', '- name: server'),
      ],
      misses: 'deployed',
      says: 'mistake:trigger-no-place',
    },
    'the rollout paused': {
      run: [createSecret, linkForPulls, importImage, newApp, 'oc rollout pause deployment/custom-server'],
      misses: 'deployed',
      says: 'mistake:paused',
    },
    'deployed from another project': {
      run: [createSecret, linkForPulls, importImage, 'oc new-project my-review', 'oc new-app --name=custom-server -i images-review/custom-server'],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'scaled to zero': {
      run: [createSecret, linkForPulls, importImage, newApp, 'oc scale deployment/custom-server --replicas=0'],
      misses: 'running',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        createSecret,
        linkForPulls,
        importImage,
        applyDeployment
          .replace('    spec:\n      containers', '    spec:\n      serviceAccountName: robot\n      containers')
          .replace('custom-server:1.0.0', 'custom-server:latest'),
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'linked after the pod was made': { run: [createSecret, importImage, newApp, linkForPulls], misses: 'running', says: 'mistake:linked-too-late' },
  },
});
