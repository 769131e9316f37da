import { defineAttempts } from '../../src/grading/index.ts';

const repository = 'quay.io/keycloak/keycloak';
const correct = `oc tag ${repository}:20.0.2 keycloak:20.0.2`;
const oldest = `oc create istag keycloak:19.0 --from-image=${repository}:19.0`;
const newest = `oc import-image keycloak:20.0.3 --from=${repository}:20.0.3`;
const tidy = 'oc tag -d keycloak:20.0';

export default defineAttempts({
  accepted: {
    'oc tag alone': [correct, `oc tag ${repository}:19.0 keycloak:19.0`, `oc tag ${repository}:20.0.3 identity/keycloak:20.0.3`, 'oc tag keycloak:20.0 -d'],
    'the wrong tag deleted and made again': [
      'oc delete istag/keycloak:20.0.2',
      `oc create istag keycloak:20.0.2 --from-image=${repository}:20.0.2`,
      newest,
      oldest,
      tidy,
    ],
    'the stream edited as text': [
      `oc get is keycloak -o yaml | sed 's#keycloak:19.0#keycloak:20.0.2#' | oc replace -f -`,
      oldest,
      newest,
      'oc delete istag keycloak:20.0',
    ],
    'the spec replaced': [
      `oc patch is keycloak --type=merge -p '${JSON.stringify({
        spec: { tags: ['19.0', '20.0.2', '20.0.3'].map((name) => ({ name, from: { kind: 'DockerImage', name: `${repository}:${name}` } })) },
      })}'`,
      'oc import-image keycloak --all',
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get is', 'oc describe is keycloak'], misses: 'corrected', says: 'mistake:other-source' },
    'the existing tag created again': {
      run: [`oc create istag keycloak:20.0.2 --from-image=${repository}:20.0.2`, oldest, newest, tidy],
      misses: 'corrected',
      says: 'mistake:istag-not-updated',
    },
    'the source changed by an import': {
      run: [`oc import-image keycloak:20.0.2 --confirm --from=${repository}:20.0.2`, oldest, newest, tidy],
      misses: 'corrected',
      says: 'mistake:source-not-changed',
    },
    'only imported again': { run: ['oc import-image keycloak:20.0.2', oldest, newest, tidy], misses: 'corrected', says: 'mistake:other-source' },
    'moved to the newest version': {
      run: [`oc tag ${repository}:20.0.3 keycloak:20.0.2`, oldest, newest, tidy],
      misses: 'corrected',
      says: 'mistake:other-source',
    },
    'a copy of another tag': {
      run: [`oc tag ${repository}:20.0.2 keycloak:temp`, 'oc tag keycloak:temp keycloak:20.0.2', 'oc tag -d keycloak:temp', oldest, newest, tidy],
      misses: 'corrected',
      says: 'mistake:other-source',
    },
    'declared as a reference, without an import': {
      run: [`oc tag --reference ${repository}:20.0.2 keycloak:20.0.2`, oldest, newest, tidy],
      misses: 'corrected',
      says: 'mistake:tag-other-image',
    },
    'the wrong tag only deleted': { run: ['oc tag -d keycloak:20.0.2', oldest, newest, tidy], misses: 'corrected', says: 'mistake:tag-missing' },
    'the stream only deleted': { run: ['oc delete is keycloak'], misses: 'corrected', says: 'mistake:stream-missing' },
    'made anew in another project': {
      run: ['oc delete is keycloak', 'oc new-project identity-2', correct, oldest, newest],
      misses: 'corrected',
      says: 'mistake:stream-elsewhere',
    },
    'the whole list of tags replaced': {
      run: [`oc patch is keycloak --type=merge -p '{"spec":{"tags":[{"name":"20.0.3","from":{"kind":"DockerImage","name":"${repository}:20.0.3"}}]}}'`, oldest],
      misses: 'corrected',
      says: 'mistake:tag-undeclared',
    },
    'corrected, and nothing else': { run: [correct], misses: 'oldest', says: 'mistake:tag-missing' },
    'a version that the registry does not have': {
      run: [correct, `oc create istag keycloak:19.0 --from-image=${repository}:19`, newest, tidy],
      misses: 'oldest',
      says: 'mistake:import-not-found',
    },
    'another version under the old name': {
      run: [correct, `oc tag ${repository}:20.0.2 keycloak:19.0`, newest, tidy],
      misses: 'oldest',
      says: 'mistake:other-source',
    },
    'the tag left out of the argument': {
      run: [correct, oldest, `oc import-image keycloak --confirm --from=${repository}:20.0.3`, tidy],
      misses: 'newest',
      says: 'mistake:tag-from-source',
    },
    'source and destination exchanged': {
      run: [correct, oldest, `oc tag keycloak:20.0.3 ${repository}:20.0.3`, tidy],
      misses: 'newest',
      says: 'mistake:tag-reversed',
    },
    'the failed tag left': { run: [correct, oldest, newest], misses: 'tidy', says: 'failed-tag-left' },
    'the failed tag repaired instead': {
      run: [correct, oldest, newest, `oc tag ${repository}:20.0.3 keycloak:20.0`],
      misses: 'tidy',
      says: 'failed-tag-left',
    },
    'a latest too many': {
      run: [correct, oldest, newest, tidy, `oc import-image keycloak --confirm --from=${repository}:20.0.3`],
      misses: 'tidy',
      says: 'another-tag-left',
    },
  },
});
