import { defineAttempts } from '../../src/grading/index.ts';

const stop = 'oc set triggers deployment/checkout --manual --from-image=myapp:stable -c myapp';
const start = 'oc set triggers deployment/catalog --auto';
const clear = 'oc set triggers deployment/archive --from-image=myapp:stable --remove';

const annotate = (app: string, container: string) =>
  `oc annotate deployment/${app} --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"myapp:stable"},"fieldPath":"spec.template.spec.containers[${container}].image"}]'`;
const update = 'oc set image deployment/checkout myapp=quay.io/myorg/myapp:2.0';
const current = "$(oc get istag myapp:stable -o jsonpath='{.image.dockerImageReference}')";

export default defineAttempts({
  accepted: {
    'the digest of the tag written by hand': [
      stop,
      start,
      clear,
      `image=$(oc get istag myapp:stable -o jsonpath='{.image.dockerImageReference}'); oc set image deployment/checkout myapp=$image`,
    ],
    'in the other order, and checkout by its trigger for a moment': [
      clear,
      'oc rollout resume deployment/catalog',
      annotate('catalog', '0'),
      stop,
      'oc set triggers deployment/checkout --auto --from-image=myapp:stable -c myapp',
      'oc rollout status deployment/checkout',
      stop,
    ],
    'catalog made anew': ['oc delete deployment/catalog service/catalog', 'oc new-app -i myapp:stable --name=catalog', stop, clear, update],
    'short names switched on for the new image': [stop, start, clear, 'oc set image-lookup myapp', 'oc set image deployment/checkout myapp=myapp:stable'],
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc set triggers deployment --all', 'oc get deployments -o wide'],
      misses: 'checkout-waits',
      says: 'mistake:trigger-still-automatic',
    },
    'everything of checkout stopped': {
      run: ['oc set triggers deployment/checkout --manual', start, clear],
      misses: 'checkout-waits',
      says: 'mistake:paused',
    },
    'checkout paused, its trigger left as it is': {
      run: ['oc rollout pause deployment/checkout', start, clear],
      misses: 'checkout-waits',
      says: 'mistake:paused',
    },
    'the trigger of checkout removed': {
      run: ['oc set triggers deployment/checkout --from-image=myapp:stable --remove', start, clear],
      misses: 'checkout-waits',
      says: 'mistake:trigger-missing',
    },
    'checkout updated by its trigger, which stays automatic': {
      run: [stop, start, clear, 'oc set triggers deployment/checkout --auto --from-image=myapp:stable -c myapp'],
      misses: 'checkout-waits',
      says: 'mistake:trigger-still-automatic',
    },
    'checkout alone': { run: [stop], misses: 'catalog-follows', says: 'mistake:trigger-manual' },
    'catalog resumed, its trigger left as it is': {
      run: [stop, 'oc rollout resume deployment/catalog', clear],
      misses: 'catalog-follows',
      says: 'mistake:trigger-manual',
    },
    'the trigger of catalog started, its pause left as it is': {
      run: [stop, 'oc set triggers deployment/catalog --auto --from-image=myapp:stable -c myapp', clear],
      misses: 'catalog-follows',
      says: 'catalog-still-paused',
    },
    'all triggers of catalog removed': {
      run: [stop, 'oc set triggers deployment/catalog --remove-all', 'oc rollout resume deployment/catalog', clear],
      misses: 'catalog-follows',
      says: 'mistake:trigger-missing',
    },
    'a trigger of catalog for a container that does not exist': {
      run: [
        stop,
        clear,
        'oc rollout resume deployment/catalog',
        `oc set image deployment/catalog myapp=${current}`,
        annotate('catalog', '?(@.name==\\"catalog\\")'),
        update,
      ],
      misses: 'catalog-follows',
      says: 'mistake:trigger-wrong-container',
    },
    'archive updated as well': {
      run: [stop, start, clear, update, 'oc set image deployment/archive myapp=quay.io/myorg/myapp:2.0'],
      misses: 'archive-alone',
      says: 'archive-changed',
    },
    'archive scaled to zero': {
      run: [stop, start, clear, update, 'oc scale deployment/archive --replicas=0'],
      misses: 'archive-alone',
      says: 'archive-changed',
    },
    'archive forgotten': { run: [stop, start], misses: 'archive-alone', says: 'archive-has-trigger' },
    'the trigger of archive stopped, not removed': {
      run: [stop, start, 'oc set triggers deployment/archive --manual --from-image=myapp:stable -c myapp'],
      misses: 'archive-alone',
      says: 'archive-has-trigger',
    },
    'archive left paused': {
      run: [stop, start, 'oc set triggers deployment/archive --remove-all'],
      misses: 'archive-alone',
      says: 'mistake:paused-by-remove-all',
    },
    'archive paused': { run: [stop, start, 'oc rollout pause deployment/archive', clear], misses: 'archive-alone', says: 'mistake:paused' },
    'archive deleted': { run: [stop, start, 'oc delete deployment/archive'], misses: 'archive-alone', says: 'mistake:app-missing' },
    'checkout never updated': { run: [stop, start, clear], misses: 'checkout-updated', says: 'checkout-has-old-image' },
    'checkout restarted': { run: [stop, start, clear, 'oc rollout restart deployment/checkout'], misses: 'checkout-updated', says: 'checkout-has-old-image' },
    'a short name that nothing resolves': {
      run: [stop, start, clear, 'oc set image deployment/checkout myapp=myapp:stable'],
      misses: 'checkout-updated',
      says: 'mistake:pull-fails',
    },
  },
});
