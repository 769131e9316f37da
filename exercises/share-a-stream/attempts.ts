import { defineAttempts } from '../../src/grading/index.ts';

const newApp = 'oc new-app --name=dev2-app1 -i demo1/dev1-app1';
const copy = 'oc tag demo1/dev1-app1:latest webserver:approved';
const read = 'oc policy add-role-to-user view student -n demo1';
const move = 'oc tag quay.io/redhattraining/httpd-24:latest dev1-app1:latest -n demo1';
const shared = [newApp, copy, read];

export default defineAttempts({
  accepted: {
    'a DeploymentConfig, a role binding, and the source edited in the YAML': [
      `${newApp} --as-deployment-config`,
      copy,
      'oc create rolebinding student-views --clusterrole=view --user=student -n demo1',
      'oc get imagestream dev1-app1 -n demo1 -o yaml | sed s#quay.io/jason_wong76/webserver#quay.io/redhattraining/httpd-24# | oc replace -f -',
    ],
    'moved first, and the copy taken from the history': [
      move,
      newApp,
      `oc tag demo1/dev1-app1@$(oc get is dev1-app1 -n demo1 -o jsonpath='{.status.tags[0].items[1].image}') webserver:approved`,
      read,
    ],
    'in the other project for a while': [
      newApp,
      copy,
      'oc project demo1',
      'oc policy add-role-to-user view student',
      'oc tag quay.io/redhattraining/httpd-24 dev1-app1:latest',
      'oc project demo2',
    ],
  },
  equivalent: {
    'moved first, and the copy taken from the history: swap 1 2': 'the application follows the tag whether it moved before or after',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get imagestreams -n demo1', 'oc get all'], misses: 'follows', says: 'mistake:app-missing' },
    'the stream under the name of its image': { run: ['oc new-app --name=dev2-app1 -i demo1/webserver'], misses: 'follows', says: 'mistake:app-missing' },
    'deployed in the project that shares': {
      run: ['oc project demo1', 'oc new-app --name=dev2-app1 -i dev1-app1'],
      misses: 'follows',
      says: 'mistake:app-elsewhere',
    },
    'the name of the stream as an image': {
      run: ['oc create deployment dev2-app1 --image=demo1/dev1-app1:latest', copy, read, move],
      misses: 'follows',
      says: 'mistake:past-the-stream',
    },
    'deployed from the image, with a stream of its own': {
      run: ['oc new-app --name=dev2-app1 --image=quay.io/jason_wong76/webserver', copy, read, move],
      misses: 'follows',
      says: 'follows-another-stream',
    },
    'deployed from a copy': { run: [copy, 'oc new-app --name=dev2-app1 -i webserver:approved'], misses: 'follows', says: 'follows-another-stream' },
    'a trigger that is switched off': {
      run: [newApp, 'oc set triggers deployment/dev2-app1 --manual'],
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        'oc create deployment dev2-app1 --image=quay.io/jason_wong76/webserver',
        `oc annotate deployment dev2-app1 image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"dev1-app1:latest","namespace":"demo1"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"dev2-app1\\")].image"}]'`,
      ],
      misses: 'follows',
      says: 'mistake:trigger-no-place',
    },
    'no copy': { run: [newApp, read, move], misses: 'approved', says: 'mistake:stream-missing' },
    'the copy in the project that shares': {
      run: [newApp, 'oc tag dev1-app1:latest webserver:approved -n demo1', read, move],
      misses: 'approved',
      says: 'mistake:stream-elsewhere',
    },
    'an alias of a stream of another project': {
      run: [newApp, 'oc tag --alias demo1/dev1-app1:latest webserver:approved', read, move],
      misses: 'approved',
      says: 'mistake:alias-across-streams',
    },
    'the copy under another tag': {
      run: [newApp, 'oc tag demo1/dev1-app1:latest webserver:latest', read, move],
      misses: 'approved',
      says: 'mistake:tag-missing',
    },
    'copied after the tag had moved': { run: [newApp, read, move, copy], misses: 'approved', says: 'approved-other-image' },
    'nobody may read': { run: [newApp, copy, move], misses: 'reader', says: 'reader-missing' },
    'the right given to an account of the project': {
      run: [newApp, copy, 'oc policy add-role-to-user system:image-puller system:serviceaccount:demo2:default -n demo1', move],
      misses: 'reader',
      says: 'reader-missing',
    },
    'the right given in the own project': { run: [newApp, copy, 'oc policy add-role-to-user view student', move], misses: 'reader', says: 'reader-elsewhere' },
    'the right to write': { run: [newApp, copy, read.replace('view', 'edit'), move], misses: 'reader', says: 'reader-may-write' },
    'the right to write, for all users': {
      run: [...shared, 'oc policy add-role-to-group edit system:authenticated -n demo1', move],
      misses: 'reader',
      says: 'reader-may-write',
    },
    'a role of the project that is called view': {
      run: [
        newApp,
        copy,
        'oc create role view --verb=get --resource=pods -n demo1',
        'oc create rolebinding student-views --role=view --user=student -n demo1',
        move,
      ],
      misses: 'reader',
      says: 'reader-missing',
    },
    'the hardened image by way of another stream': {
      run: [...shared, 'oc import-image httpd -n demo1 --confirm --from=quay.io/redhattraining/httpd-24', 'oc tag httpd:latest dev1-app1:latest -n demo1'],
      misses: 'moved',
      says: 'mistake:other-source',
    },
    'the tag not moved': { run: shared, misses: 'moved', says: 'mistake:tag-other-image' },
    'import-image for another source': {
      run: [...shared, 'oc import-image dev1-app1 -n demo1 --confirm --from=quay.io/redhattraining/httpd-24'],
      misses: 'moved',
      says: 'mistake:source-not-changed',
    },
    'moved in the own project': { run: [...shared, move.replace(' -n demo1', '')], misses: 'moved', says: 'moved-in-own-project' },
    'the shared tag deleted': { run: [...shared, 'oc tag -d dev1-app1:latest -n demo1'], misses: 'moved', says: 'mistake:tag-missing' },
    'the first application scaled to zero': {
      run: [...shared, move, 'oc scale deployment/dev1-app1 --replicas=0 -n demo1'],
      misses: 'both',
      says: 'first-application-left',
    },
    'scaled to zero': { run: [...shared, move, 'oc scale deployment/dev2-app1 --replicas=0'], misses: 'both', says: 'mistake:scaled-to-zero' },
    'paused in the own project': { run: [...shared, 'oc rollout pause deployment/dev2-app1', move], misses: 'both', says: 'mistake:paused' },
    'paused before the tag moves': { run: [...shared, 'oc rollout pause deployment/dev1-app1 -n demo1', move], misses: 'both', says: 'first-application-left' },
    'run by a service account that does not exist': {
      run: [
        ...shared,
        'oc scale deployment/dev2-app1 --replicas=0',
        'oc set serviceaccount deployment/dev2-app1 robot',
        'oc scale deployment/dev2-app1 --replicas=1',
        move,
      ],
      misses: 'both',
      says: 'mistake:not-ready',
    },
  },
});
