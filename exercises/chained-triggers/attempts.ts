import { defineAttempts } from '../../src/grading/index.ts';

const buildTrigger = 'oc set triggers bc/shop --from-image=nodejs:20';
const rolloutTrigger = 'oc set triggers deployment/web --from-image=shop:latest -c web';
const annotate = (tag: string, container: string) =>
  `oc annotate deployment web 'image.openshift.io/triggers=[{"from":{"kind":"ImageStreamTag","name":"${tag}"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"${container}\\")].image"}]'`;
const from = (tag: string) => `oc patch bc/shop --type=merge -p '{"spec":{"strategy":{"sourceStrategy":{"from":{"name":"${tag}"}}}}}'`;

export default defineAttempts({
  accepted: {
    'the container counted, not named': [
      buildTrigger,
      `oc annotate deployment web 'image.openshift.io/triggers=[{"from":{"kind":"ImageStreamTag","name":"shop:latest"},"fieldPath":"spec.template.spec.containers[0].image"}]'`,
    ],
    'the file of the BuildConfig edited': [
      "oc get bc/shop -o yaml | sed 's/^  - type: ConfigChange/&\\n  - type: ImageChange/' | oc apply -f -",
      rolloutTrigger,
    ],
    'the rollout first, and a build by hand': [rolloutTrigger, 'oc start-build shop --wait', buildTrigger],
  },
  equivalent: {
    'the container counted, not named: swap 1 2': 'the order of the triggers does not matter, but each build has a digest of its own',
    'the file of the BuildConfig edited: swap 1 2': 'the order of the triggers does not matter, but each build has a digest of its own',
    'solution: swap 1 2': 'the order of the triggers does not matter, but each build has a digest of its own',
    'declared: swap 1 2': 'the order of the triggers does not matter, but each build has a digest of its own',
    'deployed-anew: swap 2 3': 'the order of the triggers does not matter, but each build has a digest of its own',
    'the rollout first, and a build by hand: drop 2': 'the build by hand is not asked for',
    'the rollout first, and a build by hand: swap 1 2': 'the build by hand is not asked for',
    'the rollout first, and a build by hand: project 2': 'the build by hand is not asked for',
  },
  wrong: {
    'nothing but looking around': { run: ['oc set triggers bc/shop', 'oc get builds'], misses: 'build-trigger', says: 'mistake:build-not-triggered' },
    'a build by hand': {
      run: ['oc start-build shop --wait', 'oc rollout restart deployment/web'],
      misses: 'build-trigger',
      says: 'mistake:build-not-triggered',
    },
    'only the rollout': { run: [rolloutTrigger], misses: 'build-trigger', says: 'mistake:build-not-triggered' },
    'a manual trigger of the build': {
      run: [buildTrigger, `${buildTrigger} --manual`, rolloutTrigger],
      misses: 'build-trigger',
      says: 'mistake:build-not-triggered',
    },
    'the build follows its own result': {
      run: ['oc set triggers bc/shop --from-image=shop:stable', rolloutTrigger],
      misses: 'build-trigger',
      says: 'other-trigger',
    },
    'the build follows the shared stream': {
      run: ['oc set triggers bc/shop --from-image=openshift/nodejs:20-ubi8', rolloutTrigger],
      misses: 'build-trigger',
      says: 'other-trigger',
    },
    'the build moved to another tag': {
      run: ['oc tag registry.access.redhat.com/ubi9/nodejs-20:latest nodejs:20-ubi9', from('nodejs:20-ubi9'), buildTrigger, rolloutTrigger],
      misses: 'build-trigger',
      says: 'mistake:build-other-input',
    },
    'another output': {
      run: [`oc patch bc/shop --type=merge -p '{"spec":{"output":{"to":{"name":"shop:2.0"}}}}'`, buildTrigger, rolloutTrigger],
      misses: 'build-trigger',
      says: 'mistake:build-other-output',
    },
    'the BuildConfig deleted': { run: ['oc delete bc/shop', rolloutTrigger], misses: 'build-trigger', says: 'mistake:build-missing' },
    'only the build': { run: [buildTrigger], misses: 'rollout-trigger', says: 'mistake:trigger-missing' },
    'the container not named': {
      run: [buildTrigger, 'oc set triggers deployment/web --from-image=shop:latest'],
      misses: 'rollout-trigger',
      says: 'mistake:containers-missing',
    },
    'a manual trigger of the application': { run: [buildTrigger, `${rolloutTrigger} --manual`], misses: 'rollout-trigger', says: 'mistake:trigger-manual' },
    'the application follows another tag': {
      run: [buildTrigger, 'oc tag shop:latest shop:stable', rolloutTrigger.replace('latest', 'stable')],
      misses: 'rollout-trigger',
      says: 'mistake:trigger-other-tag',
    },
    'the application follows the builder image': {
      run: [buildTrigger, rolloutTrigger.replace('shop:latest', 'nodejs:20')],
      misses: 'rollout-trigger',
      says: 'mistake:trigger-missing',
    },
    'a container that does not exist': {
      run: [buildTrigger, annotate('shop:latest', 'shop')],
      misses: 'rollout-trigger',
      says: 'mistake:trigger-wrong-container',
    },
    'the application deleted': { run: [buildTrigger, 'oc delete deployment web'], misses: 'rollout-trigger', says: 'mistake:app-missing' },
    'the builder image moved back': {
      run: [buildTrigger, rolloutTrigger, 'oc tag registry.access.redhat.com/ubi8/nodejs-20:latest nodejs:20'],
      misses: 'rebuilt',
      says: 'builder-moved-back',
    },
    'the builds deleted': { run: [buildTrigger, rolloutTrigger, 'oc delete builds --all'], misses: 'rebuilt', says: 'not-rebuilt' },
    'the result overwritten': {
      run: [buildTrigger, rolloutTrigger, 'oc tag quay.io/myorg/myapp:1.0 shop:latest'],
      misses: 'rolled-out',
      says: 'result-lost',
    },
    paused: { run: ['oc rollout pause deployment/web', buildTrigger, rolloutTrigger], misses: 'rolled-out', says: 'mistake:paused' },
    'scaled to zero': { run: [buildTrigger, rolloutTrigger, 'oc scale deployment/web --replicas=0'], misses: 'rolled-out', says: 'mistake:scaled-to-zero' },
    'run by a service account that does not exist': {
      run: [
        'oc scale deployment/web --replicas=0',
        'oc set serviceaccount deployment/web robot',
        buildTrigger,
        rolloutTrigger,
        'oc scale deployment/web --replicas=1',
      ],
      misses: 'rolled-out',
      says: 'mistake:not-ready',
    },
  },
});
