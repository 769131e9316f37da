import { defineAttempts } from '../../src/grading/index.ts';

const source = 'registry.ocp4.example.com:8443/developer/custom-server';
const file = 'dc-custom-server.yaml';

const imported = `oc import-image custom-server:1.0 --confirm --from=${source}:1.0`;
const rename = `sed -i 's/- custom-server$/- server/' ${file}`;
const addConfig = `sed -i 's/triggers:/triggers:\\n  - type: ConfigChange/' ${file}`;
const apply = `oc apply -f ${file}`;
const again = 'oc import-image custom-server:1.0';
const deployed = [rename, addConfig, apply];

export default defineAttempts({
  accepted: {
    'all triggers removed first': [
      imported,
      apply,
      'oc set triggers dc/custom-server --remove-all',
      'oc set triggers dc/custom-server --from-image=custom-server:1.0 -c server',
      'oc set triggers dc/custom-server --from-config',
      again,
    ],
    'the file applied as it is, then corrected and applied again': [imported, apply, 'oc set triggers dc/custom-server', ...deployed, again],
    'deployed before the import': [...deployed, imported, again],
    'made with a command, and its container renamed': [
      imported,
      `oc create deploymentconfig custom-server --image=${source}:1.0`,
      "oc get dc/custom-server -o yaml | sed 's/name: default-container/name: server/' | oc replace -f -",
      'oc set triggers dc/custom-server --from-image=custom-server:1.0 -c server',
      again,
    ],
    'replaced with --force': [imported, `oc create -f ${file}`, rename, addConfig, `oc replace --force -f ${file}`, again],
    'a schedule instead of an import': [
      `oc tag --scheduled ${source}:1.0 custom-server:1.0`,
      rename,
      apply,
      'oc set triggers dc/custom-server --from-config',
      'sleep 20m',
    ],
  },
  equivalent: {
    'made with a command, and its container renamed: swap 1 2': 'the DeploymentConfig may be there before its stream',
    'made with a command, and its container renamed: swap 4 5':
      'a pod by the name of the image is ready already, so the build may be imported before the trigger',
    'made with a command, and its container renamed: tag 2.1 no-such-tag': 'the trigger writes the image, whatever stood there before',
  },
  wrong: {
    'nothing but looking around': { run: [`cat ${file}`, 'oc get all'], misses: 'imported', says: 'mistake:stream-missing' },
    'the file applied, and no stream': { run: deployed, misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: [imported.replace(' --confirm', ''), ...deployed], misses: 'imported', says: 'mistake:without-confirm' },
    'in a project of its own': {
      run: [
        'oc new-project servers',
        'oc create secret docker-registry registry-credentials --docker-server=registry.ocp4.example.com:8443 --docker-username=developer --docker-password=developer',
        imported,
        ...deployed,
      ],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'the tag taken for a part of the source': {
      run: [imported.replace('custom-server:1.0 ', 'custom-server '), ...deployed],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'version 2.0 under the tag 1.0': { run: [`oc tag ${source}:2.0 custom-server:1.0`, ...deployed, again], misses: 'imported', says: 'mistake:other-source' },
    'a tag that the registry does not have': {
      run: [`oc tag ${source}:1.1 custom-server:1.0`, ...deployed],
      misses: 'imported',
      says: 'mistake:import-not-found',
    },
    'an empty image stream': { run: ['oc create imagestream custom-server', ...deployed], misses: 'imported', says: 'mistake:tag-missing' },
    'imported, not deployed': { run: [imported], misses: 'follows', says: 'config-missing' },
    'a Deployment by new-app': {
      run: [imported, 'oc new-app -i custom-server:1.0 --name=custom-server'],
      misses: 'follows',
      says: 'mistake:deployment-instead',
    },
    'the file applied as it is': { run: [imported, apply], misses: 'follows', says: 'mistake:trigger-wrong-container' },
    'the file applied as it is, and rolled out by hand': {
      run: [imported, apply, 'oc rollout latest dc/custom-server'],
      misses: 'follows',
      says: 'mistake:trigger-wrong-container',
    },
    'the container renamed': {
      run: [imported, `sed -i 's/name: server/name: custom-server/' ${file}`, addConfig, apply, again],
      misses: 'follows',
      says: 'container-renamed',
    },
    'new-app as a DeploymentConfig': {
      run: [imported, 'oc new-app -i custom-server:1.0 --name=custom-server --as-deployment-config', again],
      misses: 'follows',
      says: 'container-renamed',
    },
    'a second trigger, on latest': {
      run: [imported, ...deployed, 'oc set triggers dc/custom-server --from-image=custom-server:latest -c server'],
      misses: 'follows',
      says: 'mistake:two-triggers',
    },
    'a trigger on latest': {
      run: [imported, `sed -i 's/custom-server:1.0/custom-server:latest/' ${file}`, ...deployed],
      misses: 'follows',
      says: 'mistake:trigger-other-tag',
    },
    'a trigger that is not automatic': {
      run: [imported, `sed -i 's/automatic: true/automatic: false/' ${file}`, ...deployed, 'oc rollout latest dc/custom-server'],
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'the same tag of another project': {
      run: [imported, `sed -i 's/name: custom-server:1.0/&\\n        namespace: openshift/' ${file}`, ...deployed],
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'the image by its name, and no trigger': {
      run: [imported, `sed -i -e '/triggers:/,$d' -e 's|image: .*|image: ${source}:1.0|' ${file}`, apply],
      misses: 'follows',
      says: 'mistake:past-the-stream',
    },
    'no config change trigger': { run: [imported, rename, apply, again], misses: 'config-change', says: 'no-config-trigger' },
    'scaled to zero': { run: [imported, ...deployed, 'oc scale dc/custom-server --replicas=0'], misses: 'running', says: 'mistake:scaled-to-zero' },
    'the secret unlinked': {
      run: ['oc secrets unlink default registry-credentials', imported, ...deployed],
      misses: 'running',
      says: 'mistake:pull-fails',
    },
    'a service account that does not exist': {
      run: [imported, `sed -i 's/^      containers:/      serviceAccountName: robot\\n      containers:/' ${file}`, ...deployed],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'never imported again': { run: [imported, ...deployed], misses: 'updated', says: 'mistake:stale-tag' },
    'waited without a schedule': { run: [imported, ...deployed, 'sleep 30m'], misses: 'updated', says: 'mistake:stale-tag' },
    'a rollout instead of an import': {
      run: [imported, ...deployed, 'oc rollout latest dc/custom-server'],
      misses: 'updated',
      says: 'mistake:restart-for-import',
    },
    'a rollout that cannot finish': {
      run: [imported, ...deployed, 'oc set serviceaccount dc/custom-server robot', again],
      misses: 'updated',
      says: 'mistake:rollout-unfinished',
    },
  },
});
