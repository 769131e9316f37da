import { defineAttempts } from '../../src/grading/index.ts';

const externalName = 'docker.io/abesesr/clamscan-docker:1.4.7';
const internalName = 'image-registry.openshift-image-registry.svc:5000/tools/shop:latest';

const external = `oc create deployment web-clamav --image=${externalName}`;
const internal = `oc create deployment shop --image=${internalName}`;
const importTag = 'oc import-image myapp:1.0 --confirm --from=quay.io/myorg/myapp:1.0';
const trigger = 'oc set triggers deployment/report --from-image=myapp:1.0 --containers=myapp';
const plain = [external, internal];
const ready = [...plain, importTag];

const withoutContainers = `oc apply -f - <<'EOF'
apiVersion: apps/v1
kind: Deployment
metadata:
  name: web-clamav
spec:
  selector:
    matchLabels:
      app: web-clamav
  template:
    metadata:
      labels:
        app: web-clamav
    spec:
      image: ${externalName}
EOF`;

export default defineAttempts({
  accepted: {
    'new-app, and what it made besides taken away': [
      `oc new-app --name=web-clamav --image=${externalName}`,
      'oc set triggers deployment/web-clamav --from-image=web-clamav:1.4.7 --remove',
      `oc set image deployment/web-clamav web-clamav=${externalName}`,
      'oc delete imagestream web-clamav',
      internal,
      importTag,
      trigger,
    ],
    'deployed anew from the stream': [external, internal, importTag, 'oc delete deployment report', 'oc new-app --name=report -i myapp:1.0'],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get imagestreams'], misses: 'external', says: 'mistake:app-missing' },
    'an image without containers': { run: [withoutContainers, internal], misses: 'external', says: 'mistake:app-missing' },
    'new-app, which makes a stream and a trigger': {
      run: [`oc new-app --name=web-clamav --image=${externalName}`, internal, importTag, trigger],
      misses: 'external',
      says: 'has-trigger',
    },
    'the host left out': { run: [external.replace('docker.io/', ''), internal, importTag, trigger], misses: 'external', says: 'host-left-out' },
    'the tag left out': { run: [external.replace(':1.4.7', ''), internal, importTag, trigger], misses: 'external', says: 'written-otherwise' },
    'scaled to zero': {
      run: [external, 'oc scale deployment/web-clamav --replicas=0', internal, importTag, trigger],
      misses: 'external',
      says: 'mistake:scaled-to-zero',
    },
    'a stream beside it': {
      run: [`oc import-image clamscan-docker:1.4.7 --confirm --from=${externalName}`, external, internal, importTag, trigger],
      misses: 'external',
      says: 'stream-beside-it',
    },
    'new-app, and all triggers removed': {
      run: [
        `oc new-app --name=web-clamav --image=${externalName}`,
        'oc set triggers deployment/web-clamav --remove-all',
        `oc set image deployment/web-clamav web-clamav=${externalName}`,
        'oc delete imagestream web-clamav',
        internal,
        importTag,
        trigger,
      ],
      misses: 'external',
      says: 'mistake:paused',
    },
    'run outside by a service account that does not exist': {
      run: [`${external} --replicas=0`, 'oc set serviceaccount deployment/web-clamav robot', 'oc scale deployment/web-clamav --replicas=1', internal],
      misses: 'external',
      says: 'mistake:not-ready',
    },
    'the internal image not deployed': { run: [external, importTag, trigger], misses: 'internal', says: 'mistake:app-missing' },
    'the internal image by new-app': { run: [external, 'oc new-app --name=shop -i shop', importTag, trigger], misses: 'internal', says: 'has-trigger' },
    'the short name of the stream': {
      run: [external, internal.replace(internalName, 'shop:latest'), importTag, trigger],
      misses: 'internal',
      says: 'short-name',
    },
    'the project before the short name': {
      run: [external, internal.replace(internalName, 'tools/shop:latest'), importTag, trigger],
      misses: 'internal',
      says: 'short-name',
    },
    'the address for workstations': {
      run: [
        external,
        internal.replace('image-registry.openshift-image-registry.svc:5000', 'default-route-openshift-image-registry.apps.ocp4.example.com'),
        importTag,
        trigger,
      ],
      misses: 'internal',
      says: 'by-the-route',
    },
    'the port left out': { run: [external, internal.replace(':5000', ''), importTag, trigger], misses: 'internal', says: 'written-otherwise' },
    'the shop scaled to zero': {
      run: [...plain, 'oc scale deployment/shop --replicas=0', importTag, trigger],
      misses: 'internal',
      says: 'mistake:scaled-to-zero',
    },
    'the shop paused': { run: [...plain, 'oc rollout pause deployment/shop', importTag, trigger], misses: 'internal', says: 'mistake:paused' },
    'the stream of the shop deleted': { run: [...ready, trigger, 'oc delete imagestream shop'], misses: 'internal', says: 'mistake:stream-missing' },
    'the tag of the shop deleted': { run: [...ready, trigger, 'oc delete istag shop:latest'], misses: 'internal', says: 'mistake:tag-missing' },
    'the shop run by a service account that does not exist': {
      run: [external, `${internal} --replicas=0`, 'oc set serviceaccount deployment/shop robot', 'oc scale deployment/shop --replicas=1'],
      misses: 'internal',
      says: 'mistake:not-ready',
    },
    'no stream for the report': { run: plain, misses: 'stream', says: 'mistake:stream-missing' },
    'no --confirm': { run: [...plain, importTag.replace(' --confirm', '')], misses: 'stream', says: 'mistake:without-confirm' },
    'a tag that the registry does not have': {
      run: [...plain, importTag.replace('myorg/myapp:1.0', 'myorg/myapp:1.1')],
      misses: 'stream',
      says: 'mistake:import-not-found',
    },
    'the tag left to chance': { run: [...plain, importTag.replace('myapp:1.0 ', 'myapp ')], misses: 'stream', says: 'mistake:tag-from-source' },
    'another version under the tag': {
      run: [...plain, importTag.replace('myorg/myapp:1.0', 'myorg/myapp:2.0')],
      misses: 'stream',
      says: 'mistake:other-source',
    },
    'another tag only': { run: [...plain, importTag.replaceAll('myapp:1.0', 'myapp:2.0')], misses: 'stream', says: 'mistake:tag-missing' },
    'the stream made, and not used': { run: ready, misses: 'moved', says: 'mistake:past-the-stream' },
    'the container not named': { run: [...ready, trigger.replace(' --containers=myapp', '')], misses: 'moved', says: 'mistake:containers-missing' },
    'the report deleted': { run: [...ready, 'oc delete deployment report'], misses: 'moved', says: 'mistake:app-missing' },
    'a trigger on another tag': {
      run: [...ready, 'oc tag myapp:1.0 myapp:stable', trigger.replace('myapp:1.0', 'myapp:stable')],
      misses: 'moved',
      says: 'mistake:trigger-other-tag',
    },
    'a trigger that is switched off': {
      run: [...ready, trigger, 'oc set triggers deployment/report --from-image=myapp:1.0 --containers=myapp --manual'],
      misses: 'moved',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        ...ready,
        `oc annotate deployment report image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"report\\")].image"}]'`,
      ],
      misses: 'moved',
      says: 'mistake:trigger-wrong-container',
    },
    'the digest written by hand, the trigger for a container that is not there': {
      run: [
        ...ready,
        `oc set image deployment/report myapp=$(oc get istag myapp:1.0 -o jsonpath='{.image.dockerImageReference}')`,
        `oc annotate deployment report image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"report\\")].image"}]'`,
      ],
      misses: 'moved',
      says: 'mistake:trigger-wrong-container',
    },
    'the report paused': { run: [...ready, 'oc rollout pause deployment/report', trigger], misses: 'moved', says: 'mistake:paused' },
    'the report scaled to zero': { run: [...ready, trigger, 'oc scale deployment/report --replicas=0'], misses: 'moved', says: 'mistake:scaled-to-zero' },
    'run by a service account that does not exist': {
      run: [
        ...ready,
        'oc scale deployment/report --replicas=0',
        'oc set serviceaccount deployment/report robot',
        'oc scale deployment/report --replicas=1',
        trigger,
      ],
      misses: 'moved',
      says: 'mistake:not-ready',
    },
  },
});
