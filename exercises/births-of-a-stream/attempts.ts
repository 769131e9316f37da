import { defineAttempts } from '../../src/grading/index.ts';

const importNginx = 'oc import-image nginx --confirm';
const newApp = 'oc new-app gists/lighttpd';
const logIn = 'podman login -u $(oc whoami) -p $(oc whoami -t) $(oc registry info --public)';
const pull = 'podman pull quay.io/myorg/custom-server:1.0';
const push = 'podman push quay.io/myorg/custom-server:1.0 $(oc registry info --public)/births/custom-server:1.0';
const cleanUp = 'oc delete all -l app=trial';

const nginxStream = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: nginx
spec:
  tags:
  - name: latest
    from:
      kind: DockerImage
      name: docker.io/library/nginx:latest
EOF`;

export default defineAttempts({
  accepted: {
    'docker, a stream in YAML, a deployment by hand': [
      nginxStream,
      'oc import-image lighttpd --from=docker.io/gists/lighttpd --confirm',
      'oc create deployment lighttpd --image=docker.io/gists/lighttpd',
      'oc set triggers deployment/lighttpd --from-image=lighttpd:latest -c lighttpd',
      logIn.replace('podman', 'docker'),
      pull.replace('podman', 'docker'),
      'docker tag quay.io/myorg/custom-server:1.0 $(oc registry info --public)/births/custom-server:1.0',
      'docker push $(oc registry info --public)/births/custom-server:1.0',
      'oc delete imagestream/trial service/trial deployment/trial',
    ],
    'with oc registry login, cleaning up first': ['oc delete all --selector=app=trial', 'oc registry login', pull, push, newApp, importNginx],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get imagestreams -n openshift'], misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: ['oc import-image nginx', newApp], misses: 'imported', says: 'mistake:without-confirm' },
    'in a project of its own': {
      run: ['oc new-project my-births', importNginx, newApp],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'an empty stream': { run: ['oc create imagestream nginx', newApp], misses: 'imported', says: 'mistake:stream-empty' },
    'another tag of the stream': {
      run: ['oc import-image nginx:1.27 --from=docker.io/library/nginx:latest --confirm'],
      misses: 'imported',
      says: 'mistake:tag-missing',
    },
    'nginx of another registry': {
      run: ['oc import-image nginx --from=registry.ocp4.example.com:8443/redhattraining/hello-world-nginx --confirm'],
      misses: 'imported',
      says: 'mistake:other-source',
    },
    'declared as a reference, without an import': {
      run: ['oc import-image nginx --confirm --from=quay.io/redhattraining/httpd-24', 'oc tag --reference docker.io/library/nginx:latest nginx:latest', newApp],
      misses: 'imported',
      says: 'mistake:tag-other-image',
    },
    'the spec of the stream emptied': {
      run: [importNginx, `oc patch is nginx --type=merge -p '{"spec":{"tags":[]}}'`, newApp],
      misses: 'imported',
      says: 'mistake:tag-undeclared',
    },
    'everything swept away at the end': {
      run: [importNginx, newApp, logIn, pull, push, 'oc delete all --all'],
      misses: 'imported',
      says: 'mistake:stream-missing',
    },
    'imported, not deployed': {
      run: [importNginx, 'oc import-image lighttpd --from=docker.io/gists/lighttpd --confirm'],
      misses: 'created',
      says: 'mistake:app-missing',
    },
    'deployed under another name': { run: [importNginx, 'oc new-app --name=web gists/lighttpd'], misses: 'created', says: 'mistake:app-missing' },
    'deployed in another project': { run: [importNginx, 'oc new-project my-births', newApp], misses: 'created', says: 'mistake:app-elsewhere' },
    'deployed without a stream': {
      run: [importNginx, 'oc create deployment lighttpd --image=docker.io/gists/lighttpd'],
      misses: 'created',
      says: 'mistake:past-the-stream',
    },
    'another web server under the name': {
      run: [importNginx, 'oc new-app --name=lighttpd --image=quay.io/redhattraining/httpd-24'],
      misses: 'created',
      says: 'lighttpd-other-image',
    },
    'a stream of another name': {
      run: [importNginx, 'oc import-image web --from=docker.io/gists/lighttpd --confirm', 'oc new-app --name=lighttpd -i web'],
      misses: 'created',
      says: 'mistake:trigger-missing',
    },
    'the trigger made manual': {
      run: [importNginx, newApp, 'oc set triggers deployment/lighttpd --from-image=lighttpd:latest -c lighttpd --manual'],
      misses: 'created',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        importNginx,
        newApp,
        `oc annotate deployment lighttpd --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"lighttpd:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'created',
      says: 'mistake:trigger-no-place',
    },
    'the rollout paused': { run: [importNginx, newApp, 'oc rollout pause deployment/lighttpd'], misses: 'created', says: 'mistake:paused' },
    'scaled to zero': { run: [importNginx, newApp, 'oc scale deployment/lighttpd --replicas=0'], misses: 'created', says: 'mistake:not-ready' },
    'never pushed': { run: [importNginx, newApp, logIn, pull, cleanUp], misses: 'pushed', says: 'mistake:stream-missing' },
    'imported instead of pushed': {
      run: [importNginx, newApp, 'oc import-image custom-server:1.0 --from=quay.io/myorg/custom-server:1.0 --confirm', cleanUp],
      misses: 'pushed',
      says: 'imported-instead',
    },
    'pushed without the tag': { run: [importNginx, newApp, logIn, pull, push.replace(/:1\.0$/, '')], misses: 'pushed', says: 'mistake:tag-missing' },
    'another image pushed': {
      run: [importNginx, newApp, logIn, 'podman pull docker.io/gists/lighttpd', push.replace('quay.io/myorg/custom-server:1.0', 'docker.io/gists/lighttpd')],
      misses: 'pushed',
      says: 'pushed-other-image',
    },
    'pushed into another project': {
      run: [importNginx, newApp, 'oc new-project my-births', logIn, pull, push.replace('/births/', '/my-births/')],
      misses: 'pushed',
      says: 'mistake:stream-elsewhere',
    },
    'pushed to the address inside the cluster': {
      run: [importNginx, newApp, pull, push.replace('$(oc registry info --public)', 'image-registry.openshift-image-registry.svc:5000')],
      misses: 'pushed',
      says: 'mistake:pushed-from-outside',
    },
    'oc taken for podman': { run: [importNginx, newApp, push.replace('podman', 'oc')], misses: 'pushed', says: 'mistake:oc-push' },
    'pushed without a login': { run: [importNginx, newApp, pull, push], misses: 'pushed', says: 'push-refused' },
    'pushed before it was pulled': { run: [importNginx, newApp, logIn, push], misses: 'pushed', says: 'push-refused' },
    'the trial forgotten': { run: [importNginx, newApp, logIn, pull, push], misses: 'cleaned', says: 'trial-there' },
    'only the stream of the trial deleted': {
      run: [importNginx, newApp, logIn, pull, push, 'oc delete imagestream trial'],
      misses: 'cleaned',
      says: 'trial-runs',
    },
    'only the deployment of the trial deleted': {
      run: [importNginx, newApp, logIn, pull, push, 'oc delete deployment trial'],
      misses: 'cleaned',
      says: 'trial-left-over',
    },
    'the spec of keycloak emptied': {
      run: [importNginx, newApp, logIn, pull, push, cleanUp, `oc patch is keycloak --type=merge -p '{"spec":{"tags":[]}}'`],
      misses: 'cleaned',
      says: 'keycloak-gone',
    },
    'swept the project before starting': { run: ['oc delete all --all', importNginx, newApp, logIn, pull, push], misses: 'cleaned', says: 'keycloak-gone' },
  },
});
