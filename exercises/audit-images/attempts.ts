import { defineAttempts } from '../../src/grading/index.ts';

const worker = 'oc set triggers deployment/worker --from-image=myapp:1.0 --containers=myapp';
const sso = 'oc set triggers deployment/sso --from-image=keycloak:20.0 --containers=keycloak';
const copy = 'oc tag openshift/php:8.0-ubi9 php:8.0-ubi9';
const report = 'oc set triggers deployment/report --from-image=php:8.0-ubi9 --containers=php';
const two = [worker, sso];
const all = [...two, copy, report];

const reference = (tag: string) => `$(oc get istag ${tag} -o jsonpath='{.image.dockerImageReference}')`;

export default defineAttempts({
  accepted: {
    'three deployments made anew from the streams': [
      copy,
      'oc delete deployment worker sso report',
      'oc new-app --name=worker -i myapp:1.0',
      'oc new-app --name=sso -i keycloak:20.0',
      'oc new-app --name=report -i php:8.0-ubi9 --as-deployment-config',
    ],
    'digests taken from the stream, and written by hand': [
      copy,
      `oc set image deployment/worker myapp=${reference('myapp:1.0')}`,
      `oc set image deployment/sso keycloak=${reference('keycloak:20.0')}`,
      `oc set image deployment/report php=${reference('php:8.0-ubi9')}`,
    ],
    'names resolved on the deployment alone': [copy, 'oc set image-lookup deployment/report', 'oc set image deployment/report php=php:8.0-ubi9', ...two],
  },
  equivalent: {
    'lookup: undo 2': 'a lookup that is switched off again changes no object that is there',
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc get deployments -o wide', 'oc get istag', 'oc set triggers deployments --all'],
      misses: 'worker',
      says: 'still-a-tag',
    },
    'a restart of everything': { run: ['oc rollout restart deployment/worker', 'oc rollout restart deployment/sso'], misses: 'worker', says: 'still-a-tag' },
    'the container not named': { run: [worker.replace(' --containers=myapp', '')], misses: 'worker', says: 'mistake:containers-missing' },
    'a short name without lookup': { run: ['oc set image deployment/worker myapp=myapp:1.0'], misses: 'worker', says: 'short-name-kept' },
    'the digest of another version': {
      run: ['oc tag quay.io/myorg/myapp:2.0 myapp:2.0', worker.replace('myapp:1.0', 'myapp:2.0'), sso, copy, report],
      misses: 'worker',
      says: 'not-the-tag',
    },
    'the worker paused': { run: ['oc rollout pause deployment/worker', worker, sso, copy, report], misses: 'worker', says: 'mistake:paused' },
    'the worker deleted': { run: ['oc delete deployment worker', sso, copy, report], misses: 'worker', says: 'mistake:app-missing' },
    'the digest of keycloak left': { run: [worker, copy, report], misses: 'sso', says: 'not-the-tag' },
    'a new rollout for keycloak': { run: [worker, 'oc rollout restart deployment/sso', copy, report], misses: 'sso', says: 'not-the-tag' },
    'the tag moved back to what runs': {
      run: [worker, 'oc tag quay.io/keycloak/keycloak:20.0.2 keycloak:20.0', copy, report],
      misses: 'sso',
      says: 'tag-changed',
    },
    'the tag of the registry instead of a digest': {
      run: [worker, 'oc set image deployment/sso keycloak=quay.io/keycloak/keycloak:20.0.3', copy, report],
      misses: 'sso',
      says: 'still-a-tag',
    },
    'keycloak without its container': { run: [worker, sso.replace(' --containers=keycloak', '')], misses: 'sso', says: 'mistake:containers-missing' },
    'keycloak paused': { run: [worker, 'oc rollout pause deployment/sso', sso, copy, report], misses: 'sso', says: 'mistake:paused' },
    'keycloak deleted': { run: [worker, 'oc delete deployment sso', copy, report], misses: 'sso', says: 'mistake:app-missing' },
    'no stream for PHP': { run: two, misses: 'report', says: 'mistake:stream-missing' },
    'the stream of the project openshift followed': {
      run: [...two, report.replace('=php:8.0', '=openshift/php:8.0')],
      misses: 'report',
      says: 'mistake:stream-missing',
    },
    'the copy under another tag': {
      run: [...two, copy.replace(' php:8.0-ubi9', ' php:latest'), report.replace('php:8.0-ubi9', 'php:latest')],
      misses: 'report',
      says: 'mistake:tag-missing',
    },
    'another PHP': { run: [...two, copy.replace('openshift/php:8.0-ubi9', 'openshift/php:8.0-ubi8'), report], misses: 'report', says: 'other-php' },
    'the copy made, and not used': { run: [...two, copy], misses: 'report', says: 'still-a-tag' },
    'the copy by its internal name': {
      run: [...two, copy, 'oc set image deployment/report php=image-registry.openshift-image-registry.svc:5000/shop-audit/php:8.0-ubi9'],
      misses: 'report',
      says: 'not-the-tag',
    },
    'the report paused': { run: [...two, copy, 'oc rollout pause deployment/report', report], misses: 'report', says: 'mistake:paused' },
    'the report deleted': { run: [...two, copy, 'oc delete deployment report'], misses: 'report', says: 'mistake:app-missing' },
    'the archive pinned too': {
      run: [
        ...all,
        'oc tag quay.io/keycloak/keycloak:19.0 keycloak:19.0',
        'oc set triggers deployment/archive --from-image=keycloak:19.0 --containers=keycloak',
      ],
      misses: 'rest',
      says: 'archive-changed',
    },
    'the trigger of the shop removed': {
      run: [...all, 'oc set triggers deployment/shop --from-image=myapp:1.0 --remove'],
      misses: 'rest',
      says: 'shop-changed',
    },
    'the shop paused': { run: [...all, 'oc rollout pause deployment/shop'], misses: 'rest', says: 'shop-changed' },
    'the trigger of the shop for a container that is not there': {
      run: [
        ...all,
        `oc annotate deployment shop --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'rest',
      says: 'shop-changed',
    },
    'the worker scaled to zero': { run: [...all, 'oc scale deployment/worker --replicas=0'], misses: 'rest', says: 'not-all-ready' },
  },
});
