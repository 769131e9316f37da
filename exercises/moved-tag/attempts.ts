import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/myorg/myapp:1.0';
const importOnce = `oc import-image myapp:1.0 --confirm --from=${source}`;
const deploy = 'oc new-app -i myapp:1.0 --name=web';
const keep = 'oc tag myapp:1.0 myapp:previous';
const again = 'oc import-image myapp:1.0';

const annotate = (container: string) =>
  `oc annotate deployment/web image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:1.0"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"${container}\\")].image"}]'`;

const statusStays = 'the spec goes back, and what the tags have recorded stays in the status';
const triggerWrites = 'the trigger writes the image, so the short name need not resolve';

export default defineAttempts({
  accepted: {
    'everything imported again': [importOnce, deploy, keep, 'oc import-image myapp --all --from=quay.io/myorg/myapp --confirm'],
    'the tag put on a schedule': [importOnce, deploy, keep, `oc tag --scheduled ${source} myapp:1.0`],
    'by the name of a short image': [
      `oc tag ${source} myapp:1.0`,
      'oc set image-lookup myapp',
      'oc create deployment web --image=myapp:1.0 --replicas=2',
      'oc set triggers deployment/web --from-image=myapp:1.0 -c myapp',
      keep,
      again,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get imagestreams'], misses: 'imported', says: 'mistake:stream-missing' },
    'deployed from the registry': { run: [`oc create deployment web --image=${source}`], misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: [`oc import-image myapp:1.0 --from=${source}`], misses: 'imported', says: 'mistake:without-confirm' },
    'in a project of its own': { run: ['oc new-project my-tag', importOnce, deploy], misses: 'imported', says: 'mistake:stream-elsewhere' },
    'imported as latest': {
      run: [`oc import-image myapp --from=${source} --confirm`, 'oc new-app -i myapp --name=web'],
      misses: 'imported',
      says: 'mistake:tag-from-source',
    },
    'a repository that does not exist': {
      run: ['oc import-image myapp:1.0 --confirm --from=quay.io/myorg/my-app:1.0'],
      misses: 'imported',
      says: 'mistake:import-failed',
    },
    'an empty stream': { run: ['oc create imagestream myapp'], misses: 'imported', says: 'mistake:tag-missing' },
    'another version under the tag': {
      run: ['oc import-image myapp:1.0 --confirm --from=quay.io/myorg/myapp:2.0', deploy],
      misses: 'imported',
      says: 'other-source',
    },
    'imported, not deployed': { run: [importOnce], misses: 'deployed', says: 'mistake:app-missing' },
    'deployed under the name of the stream': { run: [importOnce, 'oc new-app -i myapp:1.0'], misses: 'deployed', says: 'mistake:app-other-name' },
    'deployed in another project': {
      run: [importOnce, 'oc new-project my-tag', 'oc new-app -i moved-tag/myapp:1.0 --name=web'],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'deployed past the stream': { run: [importOnce, `oc create deployment web --image=${source}`, again], misses: 'deployed', says: 'mistake:past-the-stream' },
    'the trigger stopped': {
      run: [importOnce, deploy, 'oc set triggers deployment/web --manual --from-image=myapp:1.0 -c myapp', again],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'a trigger on another tag': {
      run: [importOnce, `oc import-image myapp:2.0 --from=quay.io/myorg/myapp:2.0`, 'oc new-app -i myapp:2.0 --name=web'],
      misses: 'deployed',
      says: 'mistake:trigger-other-tag',
    },
    'deployed from a stream of its own': { run: [importOnce, `oc new-app --image=${source} --name=web`], misses: 'deployed', says: 'mistake:trigger-missing' },
    'a trigger for a container that does not exist': {
      run: [importOnce, `oc create deployment web --image=${source}`, annotate('web'), keep, again],
      misses: 'deployed',
      says: 'wrong-container',
    },
    'waiting for the registry to tell': {
      run: [importOnce, deploy, keep, 'oc rollout status deployment/web'],
      misses: 'imported-again',
      says: 'mistake:stale-tag',
    },
    restarted: { run: [importOnce, deploy, keep, 'oc rollout restart deployment/web'], misses: 'imported-again', says: 'mistake:restart-for-import' },
    'the image written by hand': {
      run: [importOnce, deploy, keep, `oc set image deployment/web myapp=${source}`],
      misses: 'imported-again',
      says: 'mistake:image-by-hand',
    },
    'imported again before anything ran': {
      run: [importOnce, 'oc create deployment web --image=myapp:1.0 --replicas=0', 'oc set triggers deployment/web --from-image=myapp:1.0 -c myapp', again],
      misses: 'imported-again',
      says: 'no-build-yet',
    },
    'paused while the tag moved': { run: [importOnce, deploy, keep, 'oc rollout pause deployment/web', again], misses: 'rolled-out', says: 'mistake:paused' },
    'scaled to zero': { run: [importOnce, deploy, keep, again, 'oc scale deployment/web --replicas=0'], misses: 'rolled-out', says: 'mistake:scaled-to-zero' },
    'a service account that does not exist': {
      run: [importOnce, deploy, keep, 'oc set serviceaccount deployment/web robot', again],
      misses: 'rolled-out',
      says: 'mistake:rollout-unfinished',
    },
    'no tag for the build before': { run: [importOnce, deploy, again], misses: 'kept', says: 'previous-missing' },
    'an alias that moved along': {
      run: [importOnce, deploy, 'oc tag --alias myapp:1.0 myapp:previous', again],
      misses: 'kept',
      says: 'mistake:alias-for-copy',
    },
    'a second import for the build before': {
      run: [importOnce, `oc tag ${source} myapp:previous`, deploy, again],
      misses: 'kept',
      says: 'previous-from-registry',
    },
    'copied after the import': { run: [importOnce, deploy, again, keep], misses: 'kept', says: 'previous-is-new' },
  },
  equivalent: {
    'solution: undo 3': statusStays,
    'from-history: undo 4': statusStays,
    'from-history: undo 5': statusStays,
    'declared: undo 3': statusStays,
    'everything imported again: undo 3': statusStays,
    'everything imported again: undo 4': statusStays,
    'the tag put on a schedule: undo 3': statusStays,
    'the tag put on a schedule: undo 4': statusStays,
    'by the name of a short image: undo 5': statusStays,
    'by the name of a short image: drop 2': triggerWrites,
    'by the name of a short image: swap 1 2': triggerWrites,
    'by the name of a short image: project 2': triggerWrites,
    'by the name of a short image: undo 2': triggerWrites,
  },
});
