import { defineAttempts } from '../../src/grading/index.ts';

const image = 'quay.io/jason_wong76/webserver';
const newApp = `oc new-app --name=dev1-app1 --image=${image}`;
const copy = 'oc tag dev1-app1:latest dev1-app1:reviewed';
const removeOld = 'oc set triggers deployment/dev1-app1 --from-image=dev1-app1:latest --remove';
const addNew = 'oc set triggers deployment/dev1-app1 --from-image=dev1-app1:reviewed --containers=dev1-app1';

const triggers = (...lines: readonly (readonly [tag: string, container: string])[]) => {
  const written = lines.map(
    ([tag, container]) =>
      `{"from":{"kind":"ImageStreamTag","name":"dev1-app1:${tag}"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"${container}\\")].image"}`,
  );
  return `oc annotate deployment dev1-app1 --overwrite image.openshift.io/triggers='[${written.join()}]'`;
};

export default defineAttempts({
  accepted: {
    'the trigger changed in the YAML of the deployment': [
      newApp,
      copy,
      'oc get deployment dev1-app1 -o yaml | sed s/dev1-app1:latest/dev1-app1:reviewed/ > dev1-app1.yaml',
      'oc replace -f dev1-app1.yaml',
    ],
    'a DeploymentConfig, and the digest of the registry as the source': [
      `${newApp} --as-deployment-config`,
      `oc tag ${image}@$(oc get istag dev1-app1:latest -o jsonpath='{.image.metadata.name}') dev1-app1:reviewed`,
      removeOld.replace('deployment/', 'dc/'),
      addNew.replace('deployment/', 'dc/'),
    ],
    'the stream first, then the application from the tag': [
      `oc import-image dev1-app1 --confirm --from=${image}`,
      copy,
      'oc new-app --name=dev1-app1 -i dev1-app1:reviewed',
    ],
    'all triggers removed, and the rollout resumed': [
      newApp,
      `oc tag dev1-app1@$(oc get istag dev1-app1:latest -o jsonpath='{.image.metadata.name}') dev1-app1:reviewed`,
      'oc set triggers deployment/dev1-app1 --remove-all',
      addNew,
      'oc rollout resume deployment/dev1-app1',
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get imagestreams -n openshift'], misses: 'deployed', says: 'mistake:app-missing' },
    'without a name': { run: [`oc new-app --image=${image}`], misses: 'deployed', says: 'mistake:app-other-name' },
    'in another project': { run: ['oc new-project mine', newApp, copy, removeOld, addNew], misses: 'deployed', says: 'mistake:app-elsewhere' },
    'a deployment past all streams': { run: [`oc create deployment dev1-app1 --image=${image}`], misses: 'deployed', says: 'stream-not-made' },
    'a stream named after the image': {
      run: [`oc import-image webserver --confirm --from=${image}`, 'oc new-app --name=dev1-app1 -i webserver'],
      misses: 'deployed',
      says: 'stream-not-made',
    },
    'another image': { run: ['oc new-app --name=dev1-app1 --image=quay.io/redhattraining/httpd-24'], misses: 'deployed', says: 'other-image-deployed' },
    'deployed, and no more': { run: [newApp, 'oc get imagestreams'], misses: 'reviewed', says: 'mistake:tag-missing' },
    'the stream looked for under the name of the image': {
      run: [newApp, 'oc tag webserver:latest webserver:reviewed'],
      misses: 'reviewed',
      says: 'stream-by-image-name',
    },
    'the tag in a stream of its own': { run: [newApp, `oc tag ${image}:latest webserver:reviewed`], misses: 'reviewed', says: 'mistake:tag-missing' },
    'source and destination swapped': {
      run: [newApp, 'oc tag dev1-app1:reviewed dev1-app1:latest'],
      misses: 'reviewed',
      says: 'mistake:tag-reversed',
    },
    'the tag taken out of the declaration': {
      run: [newApp, copy, `oc patch imagestream dev1-app1 --type=json -p '[{"op":"remove","path":"/spec/tags/1"}]'`, removeOld, addNew],
      misses: 'reviewed',
      says: 'mistake:tag-undeclared',
    },
    'an alias': { run: [newApp, copy.replace('oc tag', 'oc tag --alias'), removeOld, addNew], misses: 'reviewed', says: 'mistake:alias-for-copy' },
    'another image under the tag': {
      run: [newApp, 'oc tag quay.io/redhattraining/httpd-24:latest dev1-app1:reviewed', removeOld, addNew],
      misses: 'reviewed',
      says: 'mistake:tag-other-image',
    },
    'the tag made, and not followed': { run: [newApp, copy], misses: 'follows', says: 'mistake:trigger-other-tag' },
    'a second trigger beside the first': { run: [newApp, copy, addNew], misses: 'follows', says: 'mistake:trigger-other-tag' },
    'the trigger removed, and none added': { run: [newApp, copy, removeOld], misses: 'follows', says: 'mistake:past-the-stream' },
    'the new trigger without its container': {
      run: [newApp, copy, removeOld, addNew.replace(' --containers=dev1-app1', '')],
      misses: 'follows',
      says: 'mistake:past-the-stream',
    },
    'the new trigger for a container that is not there': {
      run: [newApp, copy, triggers(['reviewed', 'webserver'])],
      misses: 'follows',
      says: 'mistake:trigger-no-place',
    },
    'a trigger on either tag': {
      run: [newApp, copy, triggers(['latest', 'dev1-app1'], ['reviewed', 'dev1-app1'])],
      misses: 'follows',
      says: 'mistake:two-triggers',
    },
    'the trigger switched off': {
      run: [newApp, copy, removeOld, addNew, 'oc set triggers deployment/dev1-app1 --from-image=dev1-app1:reviewed --containers=dev1-app1 --manual'],
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'all triggers removed, and the rollout left paused': {
      run: [newApp, copy, 'oc set triggers deployment/dev1-app1 --remove-all', addNew],
      misses: 'follows',
      says: 'mistake:paused',
    },
    'scaled to zero': {
      run: [newApp, copy, removeOld, addNew, 'oc scale deployment/dev1-app1 --replicas=0'],
      misses: 'running',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        newApp,
        copy,
        'oc scale deployment/dev1-app1 --replicas=0',
        'oc set serviceaccount deployment/dev1-app1 robot',
        removeOld,
        addNew,
        'oc scale deployment/dev1-app1 --replicas=1',
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
  },
});
