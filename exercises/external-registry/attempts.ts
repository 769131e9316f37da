import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/developer/custom-server:1.0';

const createSecret =
  'oc create secret docker-registry quay-credentials --docker-server=quay.io --docker-username=developer --docker-password=developer --docker-email=developer@example.com';
const linkForPulls = 'oc secrets link default quay-credentials --for=pull';
const importTag = `oc import-image custom-server:1.0 --confirm --from=${source}`;
const newApp = 'oc new-app custom-server:1.0 --name=custom-server';
const importAgain = 'oc import-image custom-server:1.0';
const ready = [createSecret, linkForPulls, importTag];

export default defineAttempts({
  accepted: {
    'oc tag for the import, and again for the new build': [
      createSecret,
      linkForPulls,
      `oc tag ${source} custom-server:1.0`,
      newApp,
      `oc tag ${source} custom-server:1.0`,
    ],
    'linked too late, and a new pod': [createSecret, importTag, newApp, linkForPulls, 'oc rollout restart deployment/custom-server', importAgain],
    'the login file of podman as the secret': [
      'podman login -u developer -p developer --authfile auth.json quay.io',
      'oc create secret generic quay-credentials --from-file=.dockerconfigjson=auth.json --type=kubernetes.io/dockerconfigjson',
      linkForPulls,
      importTag,
      newApp,
      importAgain,
    ],
  },
  equivalent: {
    'linked too late, and a new pod: undo 5': 'to take the restart back is another rollout, whose pod has the secret too',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get secrets'], misses: 'credentials', says: 'mistake:secret-missing' },
    'podman login taken for the secret': {
      run: ['podman login -u developer -p developer quay.io', importTag],
      misses: 'credentials',
      says: 'mistake:podman-login-instead',
    },
    'a secret in another project': { run: ['oc new-project mine', ...ready, newApp], misses: 'credentials', says: 'mistake:secret-elsewhere' },
    'another name for the secret': {
      run: [createSecret.replace('quay-credentials', 'quay'), 'oc secrets link default quay --for=pull', importTag, newApp, importAgain],
      misses: 'credentials',
      says: 'mistake:secret-other-name',
    },
    'a generic secret': {
      run: ['oc create secret generic quay-credentials --from-literal=username=developer --from-literal=password=developer'],
      misses: 'credentials',
      says: 'mistake:secret-wrong-type',
    },
    'no --docker-server': {
      run: [createSecret.replace('--docker-server=quay.io ', ''), linkForPulls, importTag],
      misses: 'credentials',
      says: 'secret-other-server',
    },
    'a mistyped password': {
      run: [createSecret.replace('password=developer', 'password=develper'), linkForPulls, importTag],
      misses: 'credentials',
      says: 'mistake:secret-wrong-login',
    },
    'never linked': { run: [createSecret, importTag, newApp, importAgain], misses: 'linked', says: 'mistake:not-linked' },
    'linked without --for=pull': {
      run: [createSecret, 'oc secrets link default quay-credentials', importTag, newApp],
      misses: 'linked',
      says: 'mistake:linked-for-mount',
    },
    'linked to the builder': {
      run: [createSecret, 'oc secrets link builder quay-credentials --for=pull', importTag, newApp],
      misses: 'linked',
      says: 'mistake:linked-to-other',
    },
    'nothing imported': { run: [createSecret, linkForPulls], misses: 'imported', says: 'mistake:stream-missing' },
    'imported into another project': {
      run: [createSecret, linkForPulls, 'oc new-project mine', createSecret, importTag],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'no --confirm': { run: [createSecret, linkForPulls, importTag.replace(' --confirm', ''), newApp], misses: 'imported', says: 'mistake:without-confirm' },
    'imported before there was a secret': { run: [importTag, createSecret, linkForPulls], misses: 'imported', says: 'mistake:import-unauthorized' },
    'a tag that the registry does not have': {
      run: [createSecret, linkForPulls, importTag.replace(source, source.replace('1.0', '1.1'))],
      misses: 'imported',
      says: 'mistake:import-not-found',
    },
    'the tag left to chance': {
      run: [createSecret, linkForPulls, importTag.replace('custom-server:1.0 --confirm', 'custom-server --confirm'), 'oc new-app -i custom-server'],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'the public image instead': {
      run: [createSecret, linkForPulls, importTag.replace('developer/', 'myorg/'), newApp],
      misses: 'imported',
      says: 'tag-other-source',
    },
    'another tag of the stream': {
      run: [createSecret, linkForPulls, importTag.replace('custom-server:1.0 --confirm', 'custom-server:2.0 --confirm').replace('developer/', 'myorg/')],
      misses: 'imported',
      says: 'mistake:tag-missing',
    },
    'imported, not deployed': { run: ready, misses: 'deployed', says: 'mistake:app-missing' },
    'deployed elsewhere': {
      run: [...ready, 'oc new-project mine', 'oc new-app --name=custom-server -i storefront/custom-server:1.0'],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'deployed under another name': { run: [...ready, 'oc new-app custom-server:1.0 --name=web'], misses: 'deployed', says: 'mistake:app-other-name' },
    'deployed past the stream': {
      run: [...ready, `oc create deployment custom-server --image=${source}`],
      misses: 'deployed',
      says: 'mistake:past-the-stream',
    },
    'a trigger that is switched off': {
      run: [...ready, newApp, 'oc set triggers deployment/custom-server --manual'],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'a trigger on another tag': {
      run: [...ready, `oc tag ${source} custom-server:latest`, 'oc new-app custom-server:latest --name=custom-server'],
      misses: 'deployed',
      says: 'mistake:trigger-other-tag',
    },
    'no import after the new build': { run: [...ready, newApp], misses: 'updated', says: 'mistake:stale-tag' },
    'a new rollout instead of an import': {
      run: [...ready, newApp, 'oc rollout restart deployment/custom-server'],
      misses: 'updated',
      says: 'mistake:stale-tag',
    },
    'linked after the pod was made': { run: [createSecret, importTag, newApp, linkForPulls], misses: 'updated', says: 'mistake:linked-too-late' },
    'scaled to zero': {
      run: [...ready, newApp, 'oc scale deployment/custom-server --replicas=0', importAgain],
      misses: 'updated',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        ...ready,
        `oc create deployment custom-server --image=${source} --replicas=0`,
        'oc set serviceaccount deployment/custom-server robot',
        'oc set triggers deployment/custom-server --from-image=custom-server:1.0 --containers=custom-server',
        'oc scale deployment/custom-server --replicas=1',
      ],
      misses: 'updated',
      says: 'mistake:not-ready',
    },
    'the next pods without a service account': {
      run: [...ready, newApp, 'oc set serviceaccount deployment/custom-server robot', importAgain],
      misses: 'updated',
      says: 'not-rolled-out',
    },
    'the rollout paused': {
      run: [...ready, newApp, 'oc rollout pause deployment/custom-server', importAgain],
      misses: 'deployed',
      says: 'mistake:paused',
    },
    'the rollout paused once all was done': {
      run: [...ready, newApp, importAgain, 'oc rollout pause deployment/custom-server'],
      misses: 'deployed',
      says: 'mistake:paused',
    },
    'a second stream deployed': {
      run: [...ready, `oc import-image web:1.0 --confirm --from=${source}`, 'oc new-app web:1.0 --name=custom-server'],
      misses: 'deployed',
      says: 'mistake:trigger-missing',
    },
    'a trigger for a container that is not there': {
      run: [
        ...ready,
        `oc create deployment custom-server --image=${source}`,
        `oc annotate deployment custom-server image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"custom-server:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'deployed',
      says: 'mistake:trigger-no-place',
    },
  },
});
