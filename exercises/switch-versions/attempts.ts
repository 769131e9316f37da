import { defineAttempts } from '../../src/grading/index.ts';

const source = 'registry.ocp4.example.com:8443/developer/custom-server';
const importNewer = `oc import-image custom-server:2.0 --from=${source}:2.0`;
const dropShop = 'oc set triggers deployment/shop --from-image=custom-server:1.0 --remove';
const addShop = 'oc set triggers deployment/shop --from-image=custom-server:2.0 -c custom-server';
const addLegacy = 'oc set triggers dc/legacy --from-image=custom-server:2.0 -c custom-server';
const dropLegacy = 'oc set triggers dc/legacy --from-image=custom-server:1.0 --remove';
const shop = [dropShop, addShop];
const legacy = [addLegacy, dropLegacy];

const annotate = (container: string, from = '') =>
  `oc annotate deployment/shop --overwrite image.openshift.io/triggers='[{"from":{${from}"kind":"ImageStreamTag","name":"custom-server:2.0"},"fieldPath":"spec.template.spec.containers[${container}].image"}]'`;
const patchLegacy = (path: string, value: string) =>
  `oc patch dc/legacy --type=json -p '[{"op":"add","path":"/spec/triggers/1/imageChangeParams/${path}","value":${value}}]'`;
const switchLegacy = patchLegacy('from/name', '"custom-server:2.0"');

/** Why the config trigger of legacy may be missing. */
const noConfig = 'nobody asks for the config trigger of legacy: its image trigger rolls out by itself';

export default defineAttempts({
  accepted: {
    'the triggers first, the import last': [...shop, ...legacy, importNewer],
    'the container of shop counted, not named': [importNewer, annotate('0'), switchLegacy],
    'both made anew': [
      importNewer,
      'oc delete deployment/shop service/shop dc/legacy service/legacy',
      'oc new-app -i custom-server:2.0 --name=shop',
      'oc new-app -i custom-server:2.0 --name=legacy --as-deployment-config',
    ],
    'the files of both edited': [
      importNewer,
      "oc get deployment/shop -o yaml | sed 's/custom-server:1.0/custom-server:2.0/' | oc replace -f -",
      "oc get dc/legacy -o yaml | sed 's/custom-server:1.0/custom-server:2.0/' | oc apply -f -",
    ],
    'a second trigger refused, then done right': [importNewer, dropShop, `${addShop} --auto`, dropLegacy, `${addLegacy} --auto`],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc set triggers dc/legacy'], misses: 'imported', says: 'mistake:tag-missing' },
    'imported as latest': {
      run: [`oc import-image custom-server --from=${source}:2.0 --confirm`, ...shop, ...legacy],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'a version that the registry does not have': {
      run: [`oc import-image custom-server:2.0 --from=${source}:2.0.0`, ...shop, ...legacy],
      misses: 'imported',
      says: 'mistake:import-not-found',
    },
    'the old image under the new tag': {
      run: ['oc tag custom-server:1.0 custom-server:2.0', ...shop, ...legacy],
      misses: 'imported',
      says: 'mistake:tag-other-image',
    },
    'the old tag put on the new image': {
      run: [importNewer, `oc tag ${source}:2.0 custom-server:1.0`],
      misses: 'kept',
      says: 'old-tag-moved',
    },
    'the old tag deleted': { run: [importNewer, ...shop, ...legacy, 'oc tag -d custom-server:1.0'], misses: 'kept', says: 'old-tag-gone' },
    'imported, and nothing switched': { run: [importNewer], misses: 'shop-follows', says: 'mistake:trigger-other-tag' },
    'both taken for DeploymentConfigs': {
      run: [importNewer, 'oc set triggers dc/shop --from-image=custom-server:2.0 -c custom-server --auto', ...legacy],
      misses: 'shop-follows',
      says: 'mistake:dc-addressed',
    },
    'a second trigger on the Deployment, which is refused': {
      run: [importNewer, addShop, ...legacy],
      misses: 'shop-follows',
      says: 'mistake:trigger-other-tag',
    },
    'the image written by hand, without a trigger': {
      run: [importNewer, dropShop, `oc set image deployment/shop custom-server=${source}:2.0`, ...legacy],
      misses: 'shop-follows',
      says: 'mistake:past-the-stream',
    },
    'the new trigger of shop is manual': {
      run: [importNewer, dropShop, `${addShop} --manual`, ...legacy],
      misses: 'shop-follows',
      says: 'mistake:trigger-manual',
    },
    'a trigger of shop for a container that does not exist': {
      run: [importNewer, annotate('?(@.name==\\"shop\\")'), `oc set image deployment/shop custom-server=${source}:2.0`, ...legacy],
      misses: 'shop-follows',
      says: 'mistake:trigger-wrong-container',
    },
    'the same tag of another project for shop': {
      run: [importNewer, annotate('0', '"namespace":"openshift",'), `oc set image deployment/shop custom-server=${source}:2.0`, ...legacy],
      misses: 'shop-follows',
      says: 'mistake:trigger-missing',
    },
    'shop deleted': { run: [importNewer, 'oc delete deployment/shop', ...legacy], misses: 'shop-follows', says: 'mistake:app-missing' },
    'the Deployment alone': { run: [importNewer, ...shop], misses: 'legacy-follows', says: 'mistake:trigger-other-tag' },
    'the old trigger of legacy left there': { run: [importNewer, ...shop, addLegacy], misses: 'legacy-follows', says: 'mistake:two-triggers' },
    'the new trigger of legacy is manual': {
      run: [importNewer, ...shop, dropLegacy, `${addLegacy} --manual`],
      misses: 'legacy-follows',
      says: 'mistake:trigger-manual',
    },
    'the trigger of legacy for a container that does not exist': {
      run: [importNewer, ...shop, switchLegacy, patchLegacy('containerNames', '["legacy"]')],
      misses: 'legacy-follows',
      says: 'mistake:trigger-wrong-container',
    },
    'the same tag of another project for legacy': {
      run: [importNewer, ...shop, switchLegacy, patchLegacy('from/namespace', '"openshift"')],
      misses: 'legacy-follows',
      says: 'mistake:trigger-missing',
    },
    'legacy without any trigger': {
      run: [importNewer, ...shop, 'oc set triggers dc/legacy --remove-all'],
      misses: 'legacy-follows',
      says: 'mistake:past-the-stream',
    },
    'legacy deleted': { run: [importNewer, ...shop, 'oc delete dc/legacy'], misses: 'legacy-follows', says: 'mistake:app-missing' },
    'legacy made anew as a Deployment': {
      run: [importNewer, ...shop, 'oc delete dc/legacy service/legacy', 'oc new-app -i custom-server:2.0 --name=legacy'],
      misses: 'legacy-follows',
      says: 'mistake:deployment-instead',
    },
    'shop left paused': {
      run: [importNewer, 'oc set triggers deployment/shop --remove-all', addShop, ...legacy],
      misses: 'running',
      says: 'mistake:paused-by-remove-all',
    },
    'the secret unlinked meanwhile': {
      run: ['oc secrets unlink default registry-credentials', importNewer, ...shop, ...legacy],
      misses: 'running',
      says: 'mistake:pull-fails',
    },
    'legacy scaled to zero': { run: [importNewer, ...shop, ...legacy, 'oc scale dc/legacy --replicas=0'], misses: 'running', says: 'mistake:scaled-to-zero' },
    'shop paused by hand': {
      run: [importNewer, 'oc rollout pause deployment/shop', ...shop, ...legacy],
      misses: 'running',
      says: 'mistake:paused',
    },
    'a service account that does not exist': {
      run: [importNewer, 'oc set serviceaccount deployment/shop robot', ...shop, ...legacy],
      misses: 'running',
      says: 'not-both-run',
    },
  },
  equivalent: {
    'all-removed-first: drop 6': noConfig,
    'all-removed-first: swap 5 6': noConfig,
    'all-removed-first: project 6': noConfig,
  },
});
