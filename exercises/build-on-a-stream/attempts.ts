import { defineAttempts } from '../../src/grading/index.ts';

const stream = 'oc create imagestream example-app';
const addKind = "sed -i '1a kind: BuildConfig' example-app.yaml";
const addProject = "sed -i 's/^ *name: nodejs:20-ubi8/&\\n        namespace: openshift/' example-app.yaml";
const addTrigger = "echo '  - type: ImageChange' >> example-app.yaml";
const apply = 'oc apply -f example-app.yaml';
const wait = 'oc logs -f bc/example-app';
const newApp = 'oc new-app -i example-app --name=example-app';
const setTrigger = 'oc set triggers bc/example-app --from-image=openshift/nodejs:20-ubi8';
const build = [stream, addKind, addProject, addTrigger, apply, wait];

export default defineAttempts({
  accepted: {
    'the draft mended, the stream last': [addKind, addProject, apply, setTrigger, stream, wait, newApp],
    'the project patched in': [
      stream,
      addKind,
      apply,
      `oc patch bc/example-app --type=merge -p '{"spec":{"strategy":{"sourceStrategy":{"from":{"namespace":"openshift"}}}}}'`,
      setTrigger,
      `${newApp} --as-deployment-config`,
    ],
    'a stream from YAML': [
      `oc apply -f - <<'EOF'\napiVersion: image.openshift.io/v1\nkind: ImageStream\nmetadata:\n  name: example-app\nEOF`,
      addKind,
      addProject,
      addTrigger,
      'oc create -f example-app.yaml',
      newApp,
    ],
  },
  equivalent: {
    'the project patched in: swap 4 5': 'the trigger names the project by itself, before or after its strategy does',
    'the project patched in: swap 5 6': 'the trigger for later builds and the application do not wait for each other',
    'the draft mended, the stream last: swap 4 5': 'whether the first build has to wait for the stream does not matter',
    'new-build: swap 1 2': 'an image that the trigger replaces may be named before there is one',
    'new-build: tag 2.1 no-such-tag': 'the trigger replaces whatever image stands there',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get imagestreams -n openshift', 'cat example-app.yaml'], misses: 'output', says: 'mistake:stream-missing' },
    'the stream expected from the BuildConfig': { run: [addKind, addProject, addTrigger, apply], misses: 'output', says: 'mistake:stream-missing' },
    'in a project of its own': {
      run: ['oc new-project mine', stream, addKind, addProject, addTrigger, apply],
      misses: 'output',
      says: 'mistake:stream-elsewhere',
    },
    'only the stream': { run: [stream], misses: 'config', says: 'mistake:build-missing' },
    'the draft applied as it is': { run: [stream, apply], misses: 'config', says: 'mistake:kind-missing' },
    'the builder without its project': { run: [stream, addKind, addTrigger, apply, newApp], misses: 'config', says: 'builder-of-own-project' },
    'a builder of a registry': {
      run: [
        stream,
        addKind,
        "sed -i -e '/from:/,/name:/s/ImageStreamTag/DockerImage/' -e 's#nodejs:20-ubi8#registry.access.redhat.com/ubi8/nodejs-20:latest#' example-app.yaml",
        apply,
      ],
      misses: 'config',
      says: 'mistake:build-past-stream',
    },
    'another builder': {
      run: [stream, addKind, addProject, addTrigger, "sed -i 's/20-ubi8/latest/' example-app.yaml", apply, wait, newApp],
      misses: 'config',
      says: 'mistake:build-other-input',
    },
    'another output tag': {
      run: [stream, addKind, addProject, addTrigger, "sed -i 's/example-app:latest/example-app:1.0/' example-app.yaml", apply],
      misses: 'config',
      says: 'mistake:build-other-output',
    },
    'no image change trigger': {
      run: [stream, addKind, addProject, apply, wait, newApp],
      misses: 'triggered',
      says: 'mistake:build-not-triggered',
    },
    'a manual trigger': {
      run: [...build, `${setTrigger} --manual`, newApp],
      misses: 'triggered',
      says: 'mistake:build-not-triggered',
    },
    'a trigger on another tag': {
      run: [stream, addKind, addProject, apply, setTrigger.replace('20-ubi8', 'latest'), wait, newApp],
      misses: 'triggered',
      says: 'other-trigger',
    },
    'a trigger on a stream of the project that is not there': {
      run: [stream, addKind, addProject, apply, setTrigger.replace('openshift/', ''), wait, newApp],
      misses: 'triggered',
      says: 'other-trigger',
    },
    'the build deleted before it ended': {
      run: [addKind, addProject, addTrigger, apply, 'oc delete builds --all', stream],
      misses: 'built',
      says: 'mistake:build-never-ran',
    },
    'the result deleted': { run: [...build, newApp, 'oc tag -d example-app:latest'], misses: 'built', says: 'result-lost' },
    'the stream made anew after the build': { run: [...build, 'oc delete imagestream example-app', stream], misses: 'built', says: 'result-lost' },
    'the result not deployed': { run: build, misses: 'deployed', says: 'mistake:app-missing' },
    'deployed under another name': { run: [...build, newApp.replace('--name=example-app', '--name=web')], misses: 'deployed', says: 'mistake:app-other-name' },
    'something else deployed': {
      run: [...build, 'oc create deployment web --image=quay.io/myorg/myapp:1.0'],
      misses: 'deployed',
      says: 'mistake:app-other',
    },
    'deployed without a trigger': {
      run: [...build, `oc create deployment example-app --image=image-registry.openshift-image-registry.svc:5000/example/example-app:latest`],
      misses: 'deployed',
      says: 'mistake:past-the-stream',
    },
    'a trigger on another tag of the result': {
      run: [...build, 'oc tag example-app:latest example-app:stable', newApp.replace('-i example-app', '-i example-app:stable')],
      misses: 'deployed',
      says: 'mistake:trigger-missing',
    },
    'a manual trigger of the application': {
      run: [...build, newApp, 'oc set triggers deployment/example-app --from-image=example-app:latest -c example-app --manual'],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that does not exist': {
      run: [
        ...build,
        "oc create deployment example-app --image=$(oc get istag example-app:latest -o jsonpath='{.image.dockerImageReference}')",
        `oc annotate deployment/example-app image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"example-app:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'deployed',
      says: 'wrong-container',
    },
    'scaled to zero': { run: [...build, newApp, 'oc scale deployment/example-app --replicas=0'], misses: 'deployed', says: 'mistake:scaled-to-zero' },
    'run by a service account that does not exist': {
      run: [
        ...build,
        newApp,
        'oc scale deployment/example-app --replicas=0',
        'oc set serviceaccount deployment/example-app robot',
        'oc scale deployment/example-app --replicas=1',
      ],
      misses: 'deployed',
      says: 'mistake:not-ready',
    },
  },
});
