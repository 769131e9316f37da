import { defineAttempts } from '../../src/grading/index.ts';

const registry = 'registry.ocp4.example.com:8443';
const change = 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0 --reference-policy=local';
const importImage = `oc import-image custom-server:1.0.0 --confirm --from=${registry}/developer/custom-server:1.0.0 --reference-policy=local`;
const newApp = 'oc new-app --name=custom-server -i custom-server:1.0.0';

const streamYaml = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: custom-server
spec:
  tags:
  - name: 1.0.0
    from:
      kind: DockerImage
      name: ${registry}/developer/custom-server:1.0.0
    referencePolicy:
      type: Local
EOF`;

const triggerOn = (tag: string) =>
  `image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"${tag}"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`;

export default defineAttempts({
  accepted: {
    'the policy edited in the YAML of the stream, and both applications made anew': [
      'oc get imagestream keycloak -o yaml > keycloak.yaml',
      `sed -i '/name: "20.0"/,/type: Source/s/type: Source/type: Local/' keycloak.yaml`,
      'oc replace -f keycloak.yaml',
      'oc delete deployment sso',
      'oc delete service sso',
      'oc new-app --name=sso -i keycloak:20.0',
      importImage,
      `${newApp} --as-deployment-config`,
    ],
    'the stream in YAML, the tag written anew': [
      'oc tag -d keycloak:20.0',
      'oc import-image keycloak:20.0 --from=quay.io/keycloak/keycloak:20.0.3 --reference-policy=local --confirm',
      streamYaml,
      newApp,
    ],
    'oc create istag': [
      change,
      'oc create imagestream custom-server',
      `oc create istag custom-server:1.0.0 --from-image=${registry}/developer/custom-server:1.0.0 --reference-policy=Local`,
      newApp,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc describe imagestream keycloak'], misses: 'local', says: 'mistake:not-referenced-locally' },
    'the policy by an import': {
      run: ['oc import-image keycloak:20.0 --reference-policy=local', importImage, newApp],
      misses: 'local',
      says: 'mistake:not-referenced-locally',
    },
    'the policy with a capital letter': {
      run: [change.replace('=local', '=Local'), importImage, newApp],
      misses: 'local',
      says: 'mistake:not-referenced-locally',
    },
    'the policy, and the tag written once more': {
      run: [change, `${change.replace(' --reference-policy=local', '')} --scheduled`, importImage, newApp],
      misses: 'local',
      says: 'mistake:not-referenced-locally',
    },
    'both tags': {
      run: [change, 'oc tag quay.io/keycloak/keycloak:19.0 keycloak:19.0 --reference-policy=local', importImage, newApp],
      misses: 'local',
      says: 'nineteen-local',
    },
    'another version under the tag': { run: [change.replace('20.0.3', '20.0.2'), importImage, newApp], misses: 'local', says: 'mistake:other-source' },
    'the other tag deleted': { run: [change, 'oc tag -d keycloak:19.0', importImage, newApp], misses: 'local', says: 'nineteen-changed' },
    'the tag deleted': { run: ['oc tag -d keycloak:20.0', importImage, newApp], misses: 'local', says: 'mistake:tag-missing' },
    'the stream deleted': { run: ['oc delete imagestream keycloak', importImage, newApp], misses: 'local', says: 'mistake:stream-missing' },
    'sso deleted': { run: [change, 'oc delete deployment sso', importImage, newApp], misses: 'sso', says: 'mistake:app-missing' },
    'the trigger removed': {
      run: ['oc set triggers deployment/sso --remove --from-image=keycloak:20.0', change, importImage, newApp],
      misses: 'sso',
      says: 'mistake:past-the-stream',
    },
    'the trigger on the other tag': {
      run: [
        change,
        'oc set triggers deployment/sso --remove --from-image=keycloak:20.0',
        'oc set triggers deployment/sso --from-image=keycloak:19.0 -c keycloak',
        importImage,
        newApp,
      ],
      misses: 'sso',
      says: 'mistake:trigger-other-tag',
    },
    'the trigger made manual': {
      run: ['oc set triggers deployment/sso --from-image=keycloak:20.0 -c keycloak --manual', change, importImage, newApp],
      misses: 'sso',
      says: 'mistake:trigger-manual',
    },
    'the trigger for a container that sso does not have': {
      run: [change, `oc annotate deployment sso --overwrite ${triggerOn('keycloak:20.0')}`, importImage, newApp],
      misses: 'sso',
      says: 'mistake:trigger-no-place',
    },
    'sso paused before the policy changes': {
      run: ['oc rollout pause deployment/sso', change, importImage, newApp],
      misses: 'sso',
      says: 'mistake:paused',
    },
    'sso scaled to zero': { run: [change, 'oc scale deployment/sso --replicas=0', importImage, newApp], misses: 'sso', says: 'mistake:not-ready' },
    'nothing imported': { run: [change], misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: [change, importImage.replace(' --confirm', '')], misses: 'imported', says: 'mistake:without-confirm' },
    'imported into another project': {
      run: [change, 'oc new-project elsewhere', importImage],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'the tag taken from --from': {
      run: [change, importImage.replace('custom-server:1.0.0', 'custom-server')],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'an empty stream': { run: [change, 'oc create imagestream custom-server'], misses: 'imported', says: 'mistake:tag-missing' },
    'the registry without its port': { run: [change, importImage.replace(':8443', '')], misses: 'imported', says: 'mistake:import-failed' },
    'another version imported': {
      run: [change, importImage.replace('server:1.0.0 --ref', 'server:2.0 --ref')],
      misses: 'imported',
      says: 'mistake:other-source',
    },
    'the policy forgotten': {
      run: [change, importImage.replace(' --reference-policy=local', ''), newApp],
      misses: 'imported',
      says: 'mistake:not-referenced-locally',
    },
    'the policy by a second import': {
      run: [change, importImage.replace(' --reference-policy=local', ''), importImage, newApp],
      misses: 'imported',
      says: 'mistake:not-referenced-locally',
    },
    'not deployed': { run: [change, importImage], misses: 'running', says: 'mistake:app-missing' },
    'deployed from the registry': {
      run: [change, importImage, `oc create deployment custom-server --image=${registry}/developer/custom-server:1.0.0`],
      misses: 'running',
      says: 'mistake:past-the-stream',
    },
    'deployed from another tag': {
      run: [
        change,
        importImage,
        'oc tag custom-server:1.0.0 custom-server:latest --reference-policy=local',
        'oc new-app --name=custom-server -i custom-server:latest',
      ],
      misses: 'running',
      says: 'mistake:trigger-other-tag',
    },
    'a manual trigger': {
      run: [change, importImage, newApp, 'oc set triggers deployment/custom-server --from-image=custom-server:1.0.0 -c custom-server --manual'],
      misses: 'running',
      says: 'mistake:trigger-manual',
    },
    'the internal name written by hand, the trigger for a container that is not there': {
      run: [
        change,
        importImage,
        'oc create deployment custom-server --image=image-registry.openshift-image-registry.svc:5000/branch-office/custom-server:1.0.0',
        `oc annotate deployment custom-server ${triggerOn('custom-server:1.0.0')}`,
      ],
      misses: 'running',
      says: 'mistake:trigger-no-place',
    },
    'paused as a whole': { run: [change, importImage, newApp, 'oc rollout pause deployment/custom-server'], misses: 'running', says: 'mistake:paused' },
    'the secret linked': { run: [change, importImage, 'oc secrets link default registry-credentials --for=pull', newApp], misses: 'running', says: 'linked' },
    'scaled to zero': { run: [change, importImage, newApp, 'oc scale deployment/custom-server --replicas=0'], misses: 'running', says: 'mistake:not-ready' },
  },
});
