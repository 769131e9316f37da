import { defineAttempts } from '../../src/grading/index.ts';

const schedule = 'oc tag quay.io/myorg/myapp:1.0 myapp:1.0 --scheduled';
const end = 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0';
const wait = 'sleep 20m';

const myappYaml = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: myapp
spec:
  tags:
  - name: "1.0"
    from:
      kind: DockerImage
      name: quay.io/myorg/myapp:1.0
    importPolicy:
      scheduled: true
  - name: "2.0"
    from:
      kind: DockerImage
      name: quay.io/myorg/myapp:2.0
EOF`;

export default defineAttempts({
  accepted: {
    'the stream in YAML': [myappYaml, end, wait],
    'tags deleted and imported anew': [
      end,
      'oc tag -d myapp:1.0',
      'oc import-image myapp:1.0 --from=quay.io/myorg/myapp:1.0 --scheduled --confirm',
      'sleep 30m',
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc describe imagestream', 'oc get pods'], misses: 'scheduled', says: 'mistake:not-scheduled' },
    'imported once': { run: ['oc import-image myapp:1.0', end], misses: 'scheduled', says: 'mistake:not-scheduled' },
    'the wrong stream scheduled': { run: ['oc import-image keycloak:20.0 --scheduled', wait], misses: 'scheduled', says: 'mistake:not-scheduled' },
    'scheduled, and tagged once more': { run: [schedule, end, schedule.replace(' --scheduled', ''), wait], misses: 'scheduled', says: 'mistake:not-scheduled' },
    'all tags scheduled': {
      run: ['oc import-image myapp --all --scheduled --confirm --from=quay.io/myorg/myapp', end, wait],
      misses: 'scheduled',
      says: 'two-scheduled',
    },
    'the other tag scheduled': { run: [schedule.replaceAll('1.0', '2.0'), end, wait], misses: 'scheduled', says: 'two-scheduled' },
    'the other tag deleted': { run: [schedule, 'oc tag -d myapp:2.0', end, wait], misses: 'scheduled', says: 'two-changed' },
    'another source scheduled': {
      run: ['oc tag quay.io/myorg/myapp:latest myapp:1.0 --scheduled', end, wait],
      misses: 'scheduled',
      says: 'mistake:other-source',
    },
    'the tag deleted': { run: ['oc tag -d myapp:1.0', end], misses: 'scheduled', says: 'mistake:tag-missing' },
    'the tag left out of the file': {
      run: [myappYaml.replace('apply', 'replace').replace(/ {2}- name: "1\.0"[\s\S]*scheduled: true\n/, ''), end],
      misses: 'scheduled',
      says: 'mistake:tag-undeclared',
    },
    'the stream deleted': { run: ['oc delete imagestream myapp', end], misses: 'scheduled', says: 'mistake:stream-missing' },
    'an end by an import without the flag': { run: [schedule, 'oc import-image keycloak:20.0', wait], misses: 'ended', says: 'mistake:still-scheduled' },
    'an end by --scheduled=false': {
      run: [schedule, 'oc import-image keycloak:20.0 --scheduled=false', wait],
      misses: 'ended',
      says: 'mistake:still-scheduled',
    },
    'the schedule forgotten': { run: [schedule, wait], misses: 'ended', says: 'mistake:still-scheduled' },
    'the tag deleted to end its schedule': { run: [schedule, 'oc tag -d keycloak:20.0', wait], misses: 'ended', says: 'mistake:tag-missing' },
    'the stream deleted to end its schedule': { run: [schedule, 'oc delete imagestream keycloak', wait], misses: 'ended', says: 'mistake:stream-missing' },
    'all tags of the spec removed': {
      run: [schedule, `oc patch imagestream keycloak --type=merge -p '{"spec":{"tags":[]}}'`, wait],
      misses: 'ended',
      says: 'mistake:tag-undeclared',
    },
    'an alias of the version': {
      run: [schedule, 'oc tag quay.io/keycloak/keycloak:20.0.3 keycloak:20.0.3', 'oc tag --alias keycloak:20.0.3 keycloak:20.0', wait],
      misses: 'ended',
      says: 'mistake:other-source',
    },
    'pinned to its digest': {
      run: [schedule, `oc tag keycloak@$(oc get is keycloak -o jsonpath='{.status.tags[0].items[0].image}') keycloak:20.0`, wait],
      misses: 'ended',
      says: 'mistake:copy-for-source',
    },
    'another version, without a schedule': {
      run: [schedule, end.replace('20.0.3', '20.0.2'), wait],
      misses: 'ended',
      says: 'mistake:tag-other-image',
    },
    'not waited': { run: [schedule, end], misses: 'moved', says: 'mistake:stale-tag' },
    'waited for five minutes': { run: [schedule, end, 'sleep 5m'], misses: 'moved', says: 'mistake:stale-tag' },
    'a restart instead of an import': { run: [schedule, end, 'oc rollout restart deployment/myapp'], misses: 'moved', says: 'mistake:stale-tag' },
    'the trigger removed': {
      run: [schedule, end, 'oc set triggers deployment/myapp --remove --from-image=myapp:1.0', wait],
      misses: 'rolled-out',
      says: 'mistake:past-the-stream',
    },
    'the trigger made manual': {
      run: [schedule, end, 'oc set triggers deployment/myapp --from-image=myapp:1.0 -c myapp --manual', wait],
      misses: 'rolled-out',
      says: 'mistake:trigger-manual',
    },
    'the application moved to 2.0': {
      run: [
        schedule,
        end,
        'oc set triggers deployment/myapp --remove --from-image=myapp:1.0',
        'oc set triggers deployment/myapp --from-image=myapp:2.0 -c myapp',
        wait,
      ],
      misses: 'rolled-out',
      says: 'mistake:trigger-other-tag',
    },
    'the application deleted': { run: [schedule, end, wait, 'oc delete deployment myapp'], misses: 'rolled-out', says: 'mistake:app-missing' },
    'made anew with a stream of its own': {
      run: [
        schedule,
        end,
        wait,
        'oc delete deployment myapp',
        'oc import-image fresh:1.0 --confirm --from=quay.io/myorg/myapp:1.0',
        'oc create deployment myapp --image=quay.io/myorg/myapp:1.0',
        'oc set triggers deployment/myapp --from-image=fresh:1.0 -c myapp',
      ],
      misses: 'rolled-out',
      says: 'mistake:trigger-missing',
    },
    'a trigger for a container that is not there': {
      run: [
        schedule,
        end,
        wait,
        `oc annotate deployment myapp --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'rolled-out',
      says: 'mistake:trigger-no-place',
    },
    'the rollout paused': { run: [schedule, end, wait, 'oc rollout pause deployment/myapp'], misses: 'rolled-out', says: 'mistake:paused' },
    'scaled to zero': { run: [schedule, end, wait, 'oc scale deployment/myapp --replicas=0'], misses: 'rolled-out', says: 'mistake:not-ready' },
  },
});
