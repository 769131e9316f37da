import { defineAttempts } from '../../src/grading/index.ts';

const source = 'registry.ocp4.example.com:8443/redhattraining/hello-world-nginx:latest';
const add = `oc tag ${source} marsview:develop --scheduled`;
const repair = 'oc tag quay.io/myorg/myapp:2.0 marsview:stable --scheduled';

const streamYaml = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: marsview
spec:
  tags:
  - name: latest
    from:
      kind: DockerImage
      name: quay.io/myorg/myapp:1.0
  - name: develop
    from:
      kind: DockerImage
      name: ${source}
    importPolicy:
      scheduled: true
  - name: stable
    from:
      kind: DockerImage
      name: quay.io/myorg/myapp:2.0
    importPolicy:
      scheduled: true
EOF`;

export default defineAttempts({
  accepted: {
    'the whole stream in YAML': [streamYaml],
    'the schedule afterwards': [
      add.replace(' --scheduled', ''),
      repair.replace(' --scheduled', ''),
      'oc import-image marsview:develop --scheduled',
      'oc import-image marsview:stable --scheduled',
    ],
    'a patch': [
      `oc patch imagestream marsview -p '{"spec":{"tags":[{"name":"stable","from":{"kind":"DockerImage","name":"quay.io/myorg/myapp:2.0"}},{"name":"develop","from":{"kind":"DockerImage","name":"${source}"},"importPolicy":{"scheduled":true}}]}}'`,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc describe imagestream marsview', 'oc get events'], misses: 'develop', says: 'mistake:tag-missing' },
    'the stream deleted': { run: ['oc delete imagestream marsview'], misses: 'develop', says: 'mistake:stream-missing' },
    'latest changed instead': { run: [`oc tag ${source} marsview:latest --scheduled`, repair], misses: 'develop', says: 'latest-lost' },
    'latest on the schedule too': { run: [add, repair, 'oc import-image marsview:latest --scheduled'], misses: 'develop', says: 'latest-lost' },
    'an alias of a tag with the name of the image': {
      run: [`oc tag ${source} marsview:hello-world --scheduled`, 'oc tag --alias marsview:hello-world marsview:develop', repair],
      misses: 'develop',
      says: 'mistake:other-source',
    },
    'the tag named as in the registry': {
      run: [`oc tag ${source} marsview:hello-world --scheduled`, repair],
      misses: 'develop',
      says: 'mistake:tag-from-source',
    },
    'the registry without its port': { run: [add.replace(':8443', ''), repair], misses: 'develop', says: 'mistake:import-failed' },
    'a tag that the registry does not have': { run: [add.replace('nginx:latest', 'nginx:develop'), repair], misses: 'develop', says: 'mistake:import-failed' },
    'another image under develop': { run: [add.replace(source, 'quay.io/myorg/myapp:2.0'), repair], misses: 'develop', says: 'mistake:tag-other-image' },
    'the broken tag not noticed': { run: [add], misses: 'repaired', says: 'still-no-host' },
    'the broken tag imported again': { run: [add, 'oc import-image marsview:stable'], misses: 'repaired', says: 'still-no-host' },
    'waited for the schedule': { run: [add, 'sleep 30m'], misses: 'repaired', says: 'still-no-host' },
    'imported from the other registry without oc tag': {
      run: [add, 'oc import-image marsview:stable --from=quay.io/myorg/myapp:2.0 --confirm'],
      misses: 'repaired',
      says: 'still-no-host',
    },
    'the broken tag deleted': { run: [add, 'oc tag -d marsview:stable'], misses: 'repaired', says: 'mistake:tag-missing' },
    'a mistyped repository': { run: [add, repair.replace('myorg/myapp', 'myorg/my-app')], misses: 'repaired', says: 'mistake:import-failed' },
    'version 1.0 as stable': { run: [add, repair.replace('2.0', '1.0')], misses: 'repaired', says: 'mistake:tag-other-image' },
    'copied from a tag beside it': {
      run: [add, 'oc tag quay.io/myorg/myapp:2.0 marsview:2.0', 'sleep 5', 'oc tag marsview:2.0 marsview:stable'],
      misses: 'repaired',
      says: 'mistake:copy-for-source',
    },
    'an alias of a tag beside it': {
      run: [add, 'oc tag quay.io/myorg/myapp:2.0 marsview:2.0 --scheduled', 'oc tag --alias marsview:2.0 marsview:stable'],
      misses: 'repaired',
      says: 'mistake:other-source',
    },
    'no schedule for develop': { run: [add.replace(' --scheduled', ''), repair], misses: 'scheduled', says: 'one-scheduled' },
    'the schedule of stable lost': { run: [add, repair.replace(' --scheduled', '')], misses: 'scheduled', says: 'one-scheduled' },
    'no schedule at all': { run: [add, repair].map((line) => line.replace(' --scheduled', '')), misses: 'scheduled', says: 'mistake:not-scheduled' },
    'the application deleted': { run: [add, repair, 'oc delete deployment marsview'], misses: 'running', says: 'mistake:app-missing' },
    'the image set by hand': {
      run: [
        add,
        repair,
        'oc set triggers deployment/marsview --remove --from-image=marsview:stable',
        'oc set image deployment/marsview marsview=quay.io/myorg/myapp:2.0',
      ],
      misses: 'running',
      says: 'mistake:past-the-stream',
    },
    'the application moved to another tag': {
      run: [
        add,
        repair,
        'oc set triggers deployment/marsview --remove --from-image=marsview:stable',
        'oc set triggers deployment/marsview --from-image=marsview:latest -c marsview',
      ],
      misses: 'running',
      says: 'mistake:trigger-other-tag',
    },
    'the trigger made manual': {
      run: [add, repair, 'oc set triggers deployment/marsview --from-image=marsview:stable -c marsview --manual'],
      misses: 'running',
      says: 'mistake:trigger-manual',
    },
    'made anew with a stream of its own': {
      run: [
        add,
        repair,
        'oc delete deployment marsview',
        'oc import-image mars --confirm --from=quay.io/myorg/myapp:2.0',
        'oc new-app --name=marsview -i mars',
      ],
      misses: 'running',
      says: 'mistake:trigger-missing',
    },
    'a trigger for a container that is not there': {
      run: [
        add,
        repair,
        `oc annotate deployment marsview --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"marsview:stable"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"myapp\\")].image"}]'`,
      ],
      misses: 'running',
      says: 'mistake:trigger-no-place',
    },
    'the rollout paused': { run: [add, repair, 'oc rollout pause deployment/marsview'], misses: 'running', says: 'mistake:paused' },
    'scaled to zero': { run: [add, repair, 'oc scale deployment/marsview --replicas=0'], misses: 'running', says: 'mistake:not-ready' },
  },
});
