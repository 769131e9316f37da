import { defineAttempts } from '../../src/grading/index.ts';

const source = 'registry.ocp4.example.com:8443/redhattraining/hello-world-nginx';

const createMap =
  'oc create configmap registry-cas -n openshift-config --from-file=registry.ocp4.example.com..8443=registry-ca.crt --from-file=registry.marsrover.space=mars-ca.crt';
const nameIt = `oc patch image.config.openshift.io/cluster --type=merge --patch '{"spec":{"additionalTrustedCA":{"name":"registry-cas"}}}'`;
const importIt = `oc import-image hello --confirm --from=${source}`;
const newApp = 'oc new-app -i hello --name=hello';
const trusted = [createMap, nameIt];

export default defineAttempts({
  accepted: {
    'the image configuration edited, the application a DeploymentConfig': [
      nameIt,
      `${createMap} --dry-run=client -o yaml | oc apply -f -`,
      importIt,
      `${newApp} --as-deployment-config`,
    ],
    'new-app makes the stream': [...trusted, `oc new-app --name=hello --image=${source}`],
    'one key after the other': [
      'oc create configmap registry-cas -n openshift-config --from-file=registry.marsrover.space=mars-ca.crt',
      nameIt,
      'oc set data configmap/registry-cas -n openshift-config --from-file=registry.ocp4.example.com..8443=registry-ca.crt',
      importIt,
      newApp,
    ],
    'insecure first, and the check switched on again': [`${importIt} --insecure=true`, newApp, ...trusted, `oc tag ${source} hello:latest`, 'sleep 600'],
  },
  wrong: {
    'nothing but looking around': { run: ['ls', 'oc get configmaps -n openshift-config'], misses: 'authority', says: 'mistake:ca-map-missing' },
    'imported with --insecure': { run: [`${importIt} --insecure=true`, newApp], misses: 'authority', says: 'mistake:ca-map-missing' },
    'the config map in the own project': {
      run: [createMap.replace(' -n openshift-config', ''), nameIt, importIt],
      misses: 'authority',
      says: 'mistake:ca-map-elsewhere',
    },
    'a key without the port': {
      run: [createMap.replace('..8443', ''), nameIt, importIt],
      misses: 'authority',
      says: 'mistake:ca-key-without-port',
    },
    'the names of the files as keys': {
      run: ['oc create configmap registry-cas -n openshift-config --from-file=registry-ca.crt --from-file=mars-ca.crt', nameIt, importIt],
      misses: 'authority',
      says: 'mistake:ca-key-without-port',
    },
    'the wrong certificate': {
      run: [createMap.replace('8443=registry-ca', '8443=mars-ca'), nameIt, importIt, newApp],
      misses: 'authority',
      says: 'other-certificate',
    },
    'one authority alone': {
      run: [createMap.replace(' --from-file=registry.marsrover.space=mars-ca.crt', ''), nameIt, importIt, newApp],
      misses: 'second-authority',
      says: 'second-missing',
    },
    'the config map never named': { run: [createMap, importIt], misses: 'named', says: 'mistake:ca-not-named' },
    'another config map named': { run: [createMap, nameIt.replace('registry-cas', 'registry-ca'), importIt], misses: 'named', says: 'mistake:ca-not-named' },
    'trusted, nothing imported': { run: trusted, misses: 'imported', says: 'mistake:stream-missing' },
    'insecure all the same': { run: [...trusted, `${importIt} --insecure=true`, newApp], misses: 'imported', says: 'mistake:insecure-instead' },
    'imported before the cluster trusted': { run: [importIt, ...trusted], misses: 'imported', says: 'mistake:import-failed' },
    'no --confirm': { run: [...trusted, importIt.replace(' --confirm', '')], misses: 'imported', says: 'mistake:without-confirm' },
    'imported into another project': { run: [...trusted, 'oc new-project mine', importIt], misses: 'imported', says: 'mistake:stream-elsewhere' },
    'another image': {
      run: [...trusted, importIt.replace('redhattraining/hello-world-nginx', 'ubi8/nodejs-20'), newApp],
      misses: 'imported',
      says: 'other-image',
    },
    'another tag': {
      run: [...trusted, importIt.replace('hello --confirm', 'hello:1.0 --confirm')],
      misses: 'imported',
      says: 'mistake:tag-missing',
    },
    'imported, not deployed': { run: [...trusted, importIt], misses: 'running', says: 'mistake:app-missing' },
    'deployed elsewhere': {
      run: [...trusted, importIt, 'oc new-project mine', 'oc new-app --name=hello -i certificates/hello'],
      misses: 'running',
      says: 'mistake:app-elsewhere',
    },
    'deployed under another name': { run: [...trusted, importIt, 'oc new-app -i hello --name=web'], misses: 'running', says: 'mistake:app-other-name' },
    'deployed past the stream': {
      run: [...trusted, importIt, `oc create deployment hello --image=${source}`],
      misses: 'running',
      says: 'mistake:past-the-stream',
    },
    'deployed from another tag': {
      run: [...trusted, importIt, 'oc tag hello:latest hello:1.0', 'oc new-app -i hello:1.0 --name=hello'],
      misses: 'running',
      says: 'mistake:trigger-other-tag',
    },
    'a trigger that is switched off': {
      run: [...trusted, importIt, newApp, 'oc set triggers deployment/hello --from-image=hello:latest --containers=hello --manual'],
      misses: 'running',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        ...trusted,
        importIt,
        `oc create deployment hello --image=${source}`,
        `oc annotate deployment hello image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"hello:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"hello\\")].image"}]'`,
      ],
      misses: 'running',
      says: 'mistake:trigger-no-place',
    },
    'paused as a whole': { run: [...trusted, importIt, newApp, 'oc rollout pause deployment/hello'], misses: 'running', says: 'mistake:paused' },
    'scaled to zero': {
      run: [...trusted, importIt, newApp, 'oc scale deployment/hello --replicas=0'],
      misses: 'running',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        ...trusted,
        importIt,
        newApp,
        'oc scale deployment/hello --replicas=0',
        'oc set serviceaccount deployment/hello robot',
        'oc scale deployment/hello --replicas=1',
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
  },
});
