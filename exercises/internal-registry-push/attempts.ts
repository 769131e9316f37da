import { defineAttempts } from '../../src/grading/index.ts';

const service = 'image-registry.openshift-image-registry.svc:5000';

const registry = 'REGISTRY=$(oc registry info --public)';
const login = 'podman login -u $(oc whoami) -p $(oc whoami -t) $REGISTRY';
const pull = 'podman pull quay.io/myorg/custom-server:1.0';
const push = 'podman push quay.io/myorg/custom-server:1.0 $REGISTRY/studio/custom-server:1.0';
const newApp = 'oc new-app custom-server:1.0 --name=custom-server';
const build = 'podman build -t custom-server:next .';
const pushNext = 'podman push custom-server:next $REGISTRY/studio/custom-server:1.0';
const first = [registry, login, pull, push];

const digest = `$(oc get istag custom-server:1.0 -o jsonpath='{.image.metadata.name}')`;
const triggerOnWeb = `image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"custom-server:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`;

export default defineAttempts({
  accepted: {
    'the second build before the application': [...first, build, pushNext, newApp],
    'a stream made beforehand': ['oc create imagestream custom-server', ...first, newApp, build, pushNext, 'oc get pods'],
  },
  equivalent: {
    'solution: swap 6 7': 'the image is built a moment earlier, so its digest differs',
    'skopeo: swap 5 6': 'the image is built a moment earlier, so its digest differs',
    'skopeo: project 1': 'the login is the same in each project; the image is built a moment later',
    'docker: swap 6 7': 'the image is built a moment earlier, so its digest differs',
    'the second build before the application: swap 4 5': 'the image is built a moment earlier, so its digest differs',
    'a stream made beforehand: drop 1': 'the push makes the stream',
    'a stream made beforehand: swap 6 7': 'the image is built a moment earlier, so its digest differs',
    'a stream made beforehand: project 1': 'the push makes the stream',
  },
  wrong: {
    'nothing but looking around': { run: ['oc registry info', 'oc get all'], misses: 'pushed', says: 'mistake:stream-missing' },
    'logged in to the name of the service': {
      run: [
        pull,
        `podman login -u $(oc whoami) -p $(oc whoami -t) ${service}`,
        `podman push quay.io/myorg/custom-server:1.0 ${service}/studio/custom-server:1.0`,
      ],
      misses: 'pushed',
      says: 'mistake:pushed-from-outside',
    },
    'oc push': { run: [registry, login, pull, 'oc push quay.io/myorg/custom-server:1.0'], misses: 'pushed', says: 'mistake:oc-push' },
    'never logged in': { run: [registry, pull, push], misses: 'pushed', says: 'mistake:stream-missing' },
    'logged in with the password': {
      run: [registry, 'podman login -u developer -p developer $REGISTRY', pull, push],
      misses: 'pushed',
      says: 'mistake:stream-missing',
    },
    'an empty stream': { run: ['oc create imagestream custom-server'], misses: 'pushed', says: 'mistake:stream-empty' },
    'pushed to another project': {
      run: ['oc new-project mine', registry, login, pull, push.replace('/studio/', '/mine/')],
      misses: 'pushed',
      says: 'mistake:stream-elsewhere',
    },
    'imported instead': {
      run: ['oc import-image custom-server:1.0 --confirm --from=quay.io/myorg/custom-server:1.0', newApp],
      misses: 'pushed',
      says: 'imported-instead',
    },
    'the tag forgotten': { run: [registry, login, pull, push.replace(/:1\.0$/, '')], misses: 'pushed', says: 'mistake:tag-missing' },
    'another image': {
      run: [registry, login, 'podman pull quay.io/myorg/myapp:1.0', push.replace('custom-server:1.0 ', 'myapp:1.0 ')],
      misses: 'pushed',
      says: 'pushed-other-image',
    },
    'the second build alone': { run: [registry, login, build, pushNext, newApp], misses: 'pushed', says: 'pushed-other-image' },
    'pushed, not deployed': { run: first, misses: 'deployed', says: 'mistake:app-missing' },
    'deployed elsewhere': {
      run: [...first, 'oc new-project mine', 'oc new-app --name=custom-server -i studio/custom-server:1.0'],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'deployed under another name': { run: [...first, 'oc new-app custom-server:1.0 --name=web'], misses: 'deployed', says: 'mistake:app-other-name' },
    'deployed past the stream': {
      run: [...first, `oc create deployment custom-server --image=${service}/studio/custom-server:1.0`, build, pushNext],
      misses: 'deployed',
      says: 'mistake:past-the-stream',
    },
    'a trigger that is switched off': {
      run: [...first, newApp, 'oc set triggers deployment/custom-server --manual', build, pushNext],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'the tag latest followed': {
      run: [...first, push.replace(/:1\.0$/, ''), newApp.replace(':1.0', ':latest'), build, pushNext],
      misses: 'deployed',
      says: 'mistake:trigger-other-tag',
    },
    'the digest written by hand, the trigger for a container that is not there': {
      run: [
        ...first,
        build,
        pushNext,
        `oc create deployment custom-server --image=${service}/studio/custom-server@${digest}`,
        `oc annotate deployment custom-server ${triggerOnWeb}`,
      ],
      misses: 'deployed',
      says: 'mistake:trigger-no-place',
    },
    'another stream followed': {
      run: [
        ...first,
        'oc import-image web:1.0 --confirm --from=quay.io/myorg/custom-server:1.0',
        'oc new-app --name=custom-server -i web:1.0',
        build,
        pushNext,
      ],
      misses: 'deployed',
      says: 'mistake:trigger-missing',
    },
    'built, not pushed': { run: [...first, newApp, build], misses: 'next-build', says: 'not-pushed-again' },
    'an import instead of the push': {
      run: [...first, newApp, build, 'oc import-image custom-server:1.0'],
      misses: 'next-build',
      says: 'mistake:import-after-push',
    },
    'the tag of the second build forgotten': {
      run: [...first, newApp, build, pushNext.replace(/:1\.0$/, '')],
      misses: 'next-build',
      says: 'pushed-other-tag',
    },
    'an import after the push': {
      run: [...first, newApp, build, pushNext, `oc import-image custom-server:1.0 --from=${service}/studio/custom-server:1.0 --confirm`],
      misses: 'next-build',
      says: 'has-a-source',
    },
    'paused before the second push': {
      run: [...first, newApp, 'oc rollout pause deployment/custom-server', build, pushNext],
      misses: 'rolled-out',
      says: 'mistake:paused',
    },
    'scaled to zero': {
      run: [...first, newApp, 'oc scale deployment/custom-server --replicas=0', build, pushNext],
      misses: 'rolled-out',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        ...first,
        newApp,
        'oc scale deployment/custom-server --replicas=0',
        'oc set serviceaccount deployment/custom-server robot',
        'oc scale deployment/custom-server --replicas=1',
        build,
        pushNext,
      ],
      misses: 'rolled-out',
      says: 'mistake:not-ready',
    },
  },
});
