import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/keycloak/keycloak';
const version = `oc create istag keycloak:20.0.3 --from-image=${source}:20.0.3`;
const test = 'oc tag --alias keycloak:20.0.3 keycloak:test';
const promote = 'oc tag --alias keycloak:20.0.3 keycloak:prod';
const keep = 'oc tag keycloak:20.0.3 keycloak:incident';
const back = 'oc tag --alias keycloak:20.0.2 keycloak:prod';

const wasPromoted = 'to undo the promotion is what the lab asks for in the end; the tag incident keeps its image in the status';
const statusStays = 'what a tag has recorded stays in the status when the spec forgets the tag';

export default defineAttempts({
  accepted: {
    'prod follows test for a while': [version, test, 'oc tag --alias keycloak:test keycloak:prod', keep, back],
    'the failed image from the registry again': [version, test, promote, back, `oc tag ${source}:20.0.3 keycloak:incident`],
    'undo tried first, then the tag': [version, test, promote, 'oc rollout undo deployment/sso-prod', back, keep],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get istag', 'oc get deployments -o wide'], misses: 'version', says: 'mistake:tag-missing' },
    'the new version straight into test': { run: [`oc tag ${source}:20.0.3 keycloak:test`], misses: 'version', says: 'mistake:tag-from-source' },
    'the alias before the version': { run: [test, promote], misses: 'version', says: 'mistake:tag-missing' },
    'the version made from the old one': {
      run: ['oc tag keycloak:20.0.2 keycloak:20.0.3', test, promote, back],
      misses: 'version',
      says: 'mistake:tag-other-image',
    },
    'the version, and nothing after it': { run: [version], misses: 'tested', says: 'mistake:alias-of-other' },
    'a copy in test': { run: [version, 'oc tag keycloak:20.0.3 keycloak:test', promote, keep, back], misses: 'tested', says: 'mistake:copy-for-alias' },
    'the registry as the source of test': {
      run: [version, `oc tag ${source}:20.0.3 keycloak:test`, promote, keep, back],
      misses: 'tested',
      says: 'mistake:imported-for-alias',
    },
    'the image of test written by hand': {
      run: [version, `oc set image deployment/sso-test keycloak=${source}:20.0.3`],
      misses: 'tested',
      says: 'mistake:image-by-hand',
    },
    'test paused': { run: [version, 'oc rollout pause deployment/sso-test', test], misses: 'tested', says: 'mistake:paused' },
    'test scaled to zero': { run: [version, test, 'oc scale deployment/sso-test --replicas=0'], misses: 'tested', says: 'mistake:scaled-to-zero' },
    'a service account for test that does not exist': {
      run: [version, 'oc set serviceaccount deployment/sso-test robot', test],
      misses: 'tested',
      says: 'mistake:rollout-unfinished',
    },
    'both environments taken back': {
      run: [version, test, promote, keep, 'oc tag --alias keycloak:20.0.2 keycloak:test keycloak:prod'],
      misses: 'tested',
      says: 'mistake:alias-of-other',
    },
    'the trigger of test stopped afterwards': {
      run: [version, test, promote, keep, back, 'oc set triggers deployment/sso-test --from-image=keycloak:test -c keycloak --manual'],
      misses: 'tested',
      says: 'mistake:trigger-manual',
    },
    'the trigger of test removed afterwards': {
      run: [version, test, promote, keep, back, 'oc set triggers deployment/sso-test --from-image=keycloak:test --remove'],
      misses: 'tested',
      says: 'mistake:trigger-missing',
    },
    'tested, never promoted': { run: [version, test, keep], misses: 'promoted', says: 'mistake:tag-other-image' },
    'the image of prod written by hand': {
      run: [version, test, `oc set image deployment/sso-prod keycloak=${source}:20.0.3`],
      misses: 'promoted',
      says: 'mistake:image-by-hand',
    },
    'prod paused': { run: [version, test, 'oc rollout pause deployment/sso-prod', promote], misses: 'promoted', says: 'mistake:paused' },
    'prod scaled to zero': { run: [version, test, 'oc scale deployment/sso-prod --replicas=0', promote], misses: 'promoted', says: 'mistake:scaled-to-zero' },
    'a service account for prod that does not exist': {
      run: [version, test, 'oc set serviceaccount deployment/sso-prod robot', promote],
      misses: 'promoted',
      says: 'mistake:rollout-unfinished',
    },
    'never taken back': { run: [version, test, promote, keep], misses: 'taken-back', says: 'mistake:alias-of-other' },
    'taken back with rollout undo': {
      run: [version, test, promote, keep, 'oc rollout undo deployment/sso-prod'],
      misses: 'taken-back',
      says: 'mistake:undo-undone',
    },
    'taken back with a copy': {
      run: [version, test, promote, keep, 'oc tag keycloak:20.0.2 keycloak:prod'],
      misses: 'taken-back',
      says: 'mistake:copy-for-alias',
    },
    'taken back from the registry': {
      run: [version, test, promote, keep, `oc tag ${source}:20.0.2 keycloak:prod`],
      misses: 'taken-back',
      says: 'mistake:imported-for-alias',
    },
    'taken back by hand, with the trigger stopped': {
      run: [
        version,
        test,
        promote,
        keep,
        'oc set triggers deployment/sso-prod --from-image=keycloak:prod -c keycloak --manual',
        `oc set image deployment/sso-prod keycloak=${source}:20.0.2`,
        back,
      ],
      misses: 'taken-back',
      says: 'mistake:trigger-manual',
    },
    'taken back by a trigger on the version': {
      run: [
        version,
        test,
        promote,
        keep,
        back,
        'oc set triggers deployment/sso-prod --from-image=keycloak:prod --remove',
        'oc set triggers deployment/sso-prod --from-image=keycloak:20.0.2 -c keycloak',
      ],
      misses: 'taken-back',
      says: 'mistake:trigger-missing',
    },
    'taken back while prod is paused': {
      run: [version, test, promote, keep, 'oc rollout pause deployment/sso-prod', back],
      misses: 'taken-back',
      says: 'mistake:paused',
    },
    'taken back, and scaled to zero': {
      run: [version, test, promote, keep, back, 'oc scale deployment/sso-prod --replicas=0'],
      misses: 'taken-back',
      says: 'mistake:scaled-to-zero',
    },
    'taken back for a service account that does not exist': {
      run: [version, test, promote, keep, 'oc set serviceaccount deployment/sso-prod robot', back],
      misses: 'taken-back',
      says: 'mistake:rollout-unfinished',
    },
    'the failed image not kept': { run: [version, test, promote, back], misses: 'incident-kept', says: 'mistake:tag-missing' },
    'an alias for the failed image': {
      run: [version, test, promote, 'oc tag --alias keycloak:20.0.3 keycloak:incident', back],
      misses: 'incident-kept',
      says: 'mistake:alias-for-copy',
    },
    'the failed image imported periodically': {
      run: [version, test, promote, back, `oc tag --scheduled ${source}:20.0.3 keycloak:incident`],
      misses: 'incident-kept',
      says: 'incident-scheduled',
    },
    'copied from prod too late': {
      run: [version, test, promote, back, 'oc tag keycloak:prod keycloak:incident'],
      misses: 'incident-kept',
      says: 'mistake:tag-other-image',
    },
  },
  equivalent: {
    'solution: undo 3': wasPromoted,
    'copies: undo 3': wasPromoted,
    'patched: undo 3': wasPromoted,
    'prod follows test for a while: undo 3': wasPromoted,
    'the failed image from the registry again: undo 3': wasPromoted,
    'undo tried first, then the tag: undo 3': wasPromoted,
    'the failed image from the registry again: undo 5': statusStays,
    'undo tried first, then the tag: undo 6': statusStays,
  },
});
