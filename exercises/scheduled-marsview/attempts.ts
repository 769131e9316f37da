import { defineAttempts } from '../../src/grading/index.ts';
import { config } from './exercise.ts';

const source = 'quay.io/myorg/myapp:1.0';
const imported = `oc import-image marsview --from=${source} --scheduled --confirm`;
const once = `oc import-image marsview --from=${source} --confirm`;
const newApp = 'oc new-app -i marsview:latest --name=marsview --as-deployment-config';
const wait = 'sleep 20m';

const applied = (given?: Parameters<typeof config>[0]) => `oc apply -f - <<'EOF'\n${config(given)}\nEOF`;

export default defineAttempts({
  accepted: {
    'the schedule comes last': [once, newApp, `oc tag ${source} marsview:latest --scheduled`, 'sleep 1h'],
    'the application comes first': [applied(), imported, wait],
    'an empty stream, then a tag': [
      'oc create imagestream marsview',
      `oc tag --source=docker --scheduled ${source} marsview:latest`,
      applied(),
      'sleep 900',
      'oc get pods',
      'sleep 900',
    ],
    'the schedule patched into the stream': [
      once,
      `oc patch imagestream marsview --type=json -p '[{"op":"add","path":"/spec/tags/0/importPolicy/scheduled","value":true}]'`,
      newApp,
      wait,
    ],
    'the container name corrected': [
      imported,
      applied({ container: 'marsview' }),
      'oc set triggers dc/marsview',
      `oc patch dc/marsview --type=json -p '[{"op":"replace","path":"/spec/triggers/1/imageChangeParams/containerNames/0","value":"main"}]'`,
      wait,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get imagestreams', 'oc status'], misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: [imported.replace(' --confirm', '')], misses: 'imported', says: 'mistake:without-confirm' },
    'a schedule on the stream': { run: ['oc create imagestream marsview --scheduled'], misses: 'imported', says: 'mistake:scheduled-on-create' },
    'in a project of its own': { run: ['oc new-project mars', imported, newApp, wait], misses: 'imported', says: 'mistake:stream-elsewhere' },
    'under the tag 1.0': {
      run: [imported.replace('marsview', 'marsview:1.0'), newApp.replace('latest', '1.0'), wait],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'from the registry of the old notes': {
      run: ['oc tag registry.marsrover.space/engine/marsview marsview:latest --scheduled', applied(), wait],
      misses: 'imported',
      says: 'mistake:import-failed',
    },
    'another image': {
      run: [imported.replace(':1.0', ':latest'), newApp, wait],
      misses: 'imported',
      says: 'mistake:other-source',
    },
    'an empty stream': { run: ['oc create imagestream marsview', applied(), wait], misses: 'imported', says: 'mistake:tag-missing' },
    'imported once': { run: [once, newApp, wait], misses: 'scheduled', says: 'mistake:not-scheduled' },
    'the schedule lost when the tag was written again': {
      run: [imported, newApp, `oc tag ${source} marsview:latest`],
      misses: 'scheduled',
      says: 'mistake:not-scheduled',
    },
    'no application': { run: [imported, wait], misses: 'follows', says: 'config-missing' },
    'a Deployment': { run: [imported, newApp.replace(' --as-deployment-config', ''), wait], misses: 'follows', says: 'mistake:deployment-instead' },
    'deployed past the stream': {
      run: [imported, `oc create deploymentconfig marsview --image=${source}`, wait],
      misses: 'follows',
      says: 'mistake:past-the-stream',
    },
    'a trigger on another tag': {
      run: [imported, `oc tag ${source} marsview:1.0`, applied({ tag: '1.0' }), wait],
      misses: 'follows',
      says: 'mistake:trigger-other-tag',
    },
    'triggers on two tags': {
      run: [imported, newApp, `oc tag ${source} marsview:1.0`, 'oc set triggers dc/marsview --from-image=marsview:1.0 -c marsview', wait],
      misses: 'follows',
      says: 'mistake:two-triggers',
    },
    'a trigger that is not automatic': {
      run: [imported, applied({ automatic: false }), 'oc rollout latest dc/marsview', wait],
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'the container name of the notes': { run: [imported, applied({ container: 'marsview' }), wait], misses: 'follows', says: 'wrong-container' },
    'the same tag of another project': {
      run: [imported, applied().replace('name: marsview:latest', 'name: marsview:latest\n        namespace: openshift'), wait],
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'scaled to zero': { run: [imported, newApp, wait, 'oc scale dc/marsview --replicas=0'], misses: 'running', says: 'mistake:scaled-to-zero' },
    'a service account that does not exist': {
      run: [imported, applied().replace('      containers:', '      serviceAccountName: robot\n      containers:'), wait],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'not waited': { run: [imported, newApp, 'oc rollout status dc/marsview'], misses: 'updated', says: 'mistake:stale-tag' },
    'waited for five minutes': { run: [imported, newApp, 'sleep 5m'], misses: 'updated', says: 'mistake:stale-tag' },
    'a rollout instead of an import': {
      run: [imported, newApp, 'oc rollout latest dc/marsview'],
      misses: 'updated',
      says: 'mistake:restart-for-import',
    },
    'a rollout that cannot finish': {
      run: [imported, newApp, 'oc set serviceaccount dc/marsview robot', wait],
      misses: 'updated',
      says: 'mistake:rollout-unfinished',
    },
  },
  equivalent: {
    'by-hand: tag 2.1 no-such-tag': 'the image that the DeploymentConfig is created with is a placeholder: its trigger writes the image of the tag',
    'the schedule comes last: tag 1.1 2.0': 'the tag is declared anew with the right source, and imported again',
  },
});
