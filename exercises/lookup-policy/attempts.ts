import { defineAttempts } from '../../src/grading/index.ts';

const on = 'oc set image-lookup myapp';
const off = 'oc set image-lookup keycloak --enabled=false';
const anew = 'oc replace --force -f catalog.yaml';
const full = 'quay.io/myorg/myapp:1.0';

export default defineAttempts({
  accepted: {
    'both policies edited in the YAML of the streams': [
      'oc get imagestream keycloak -o yaml | sed "s/local: true/local: false/" | oc replace -f -',
      'oc get imagestream myapp -o yaml | sed "s/local: false/local: true/" | oc apply -f -',
      'oc delete -f catalog.yaml',
      'oc create -f catalog.yaml',
    ],
    'deleted and created by command': [off, on, 'oc delete deployment catalog', 'oc create deployment catalog --image=myapp:1.0'],
    'the annotation for a moment': [on, 'oc set image-lookup deployment/catalog', 'oc set image-lookup deployment/catalog --enabled=false', off],
  },
  wrong: {
    'nothing but looking around': { run: ['oc set image-lookup', 'oc describe pods'], misses: 'on', says: 'mistake:lookup-off' },
    'the deployment written anew, the lookup off': { run: [anew, off], misses: 'on', says: 'mistake:lookup-off' },
    'the file applied as it is': { run: ['oc apply -f myapp.yaml', anew, off], misses: 'on', says: 'mistake:lookup-off' },
    'the file edited, and not applied': {
      run: ["sed -i 's/local: false/local: true/' myapp.yaml", anew, off],
      misses: 'on',
      says: 'mistake:lookup-off',
    },
    'the annotation instead of the policy': { run: ['oc set image-lookup deployment/catalog', off], misses: 'on', says: 'asked-by-deployment' },
    'the stream deleted': { run: ['oc delete imagestream myapp', anew, off], misses: 'on', says: 'mistake:stream-missing' },
    'the tags left out of the file': {
      run: ["sed -i -e 's/local: false/local: true/' -e '/tags:/,$d' myapp.yaml", 'oc replace -f myapp.yaml', anew, off],
      misses: 'on',
      says: 'source-changed',
    },
    'only the lookup': { run: [on, off], misses: 'anew', says: 'mistake:lookup-too-late' },
    restarted: { run: [on, 'oc rollout restart deployment/catalog', off], misses: 'anew', says: 'mistake:lookup-too-late' },
    'its pods deleted': { run: [on, 'oc delete pods -l app=catalog', off], misses: 'anew', says: 'mistake:lookup-too-late' },
    'the same file applied once more': { run: [on, 'oc apply -f catalog.yaml', off], misses: 'anew', says: 'mistake:lookup-too-late' },
    'the annotation left': { run: [on, 'oc set image-lookup deployment/catalog', off], misses: 'anew', says: 'annotation-left' },
    'a trigger instead': {
      run: [on, 'oc set triggers deployment/catalog --from-image=myapp:1.0 -c catalog', off],
      misses: 'anew',
      says: 'trigger-instead',
    },
    'the full name': { run: [on, `oc set image deployment/catalog catalog=${full}`, off], misses: 'anew', says: 'full-name' },
    'another tag': { run: [on, 'oc set image deployment/catalog catalog=myapp:2.0', off], misses: 'anew', says: 'other-image' },
    'deleted, and not created again': { run: [on, 'oc delete deployment catalog', off], misses: 'anew', says: 'mistake:app-missing' },
    'scaled to zero': { run: [on, anew, 'oc scale deployment/catalog --replicas=0', off], misses: 'running', says: 'mistake:scaled-to-zero' },
    'run by a service account that does not exist': {
      run: [on, "sed -i 's/^    spec:/    spec:\\n      serviceAccountName: robot/' catalog.yaml", anew, off],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'the other stream forgotten': { run: [on, anew], misses: 'off', says: 'mistake:lookup-still-on' },
    'all streams on': { run: ['oc set image-lookup --all', anew], misses: 'off', says: 'mistake:lookup-still-on' },
    'the other stream deleted': { run: [on, anew, 'oc delete imagestream keycloak'], misses: 'off', says: 'mistake:stream-missing' },
    'the tag of the other stream deleted': {
      run: [on, anew, off, 'oc tag -d keycloak:20.0'],
      misses: 'off',
      says: 'mistake:tag-missing',
    },
    'the other deployment written anew without lookup': {
      run: [on, anew, off, 'oc delete deployment login', 'oc create deployment login --image=keycloak:20.0'],
      misses: 'off',
      says: 'login-changed',
    },
    'the other deployment deleted': { run: [on, anew, off, 'oc delete deployment login'], misses: 'off', says: 'mistake:app-missing' },
  },
});
