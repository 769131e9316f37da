import { defineAttempts } from '../../src/grading/index.ts';

const current = 'oc tag openshift/php:latest chosen:current';
const older = 'oc tag openshift/php:7.4-ubi8 chosen:older';
const follows = 'oc tag --alias chosen:current chosen:latest';
const alone = 'oc tag openshift/nodejs:20-ubi9 chosen:node';
const source = 'registry.access.redhat.com/ubi8/php-80:latest';

export default defineAttempts({
  accepted: {
    'each tag created': [
      'oc create istag chosen:current --from=openshift/php:latest',
      'oc create istag chosen:older --from=openshift/php:7.4-ubi8',
      'oc tag chosen:current chosen:latest --alias',
      'oc create istag chosen:node --from=openshift/nodejs:20-ubi9',
    ],
    'the tag that latest follows, named itself, and the stream first': [
      'oc create is chosen',
      'oc tag openshift/php:8.0-ubi8 explore/chosen:current',
      alone,
      older,
      follows,
    ],
    'tags of another project in YAML': [
      `oc apply -f - <<'EOF'\n${JSON.stringify({
        apiVersion: 'image.openshift.io/v1',
        kind: 'ImageStream',
        metadata: { name: 'chosen' },
        spec: {
          tags: [
            ...Object.entries({ current: 'php:latest', older: 'php:7.4-ubi8', node: 'nodejs:20-ubi9' }).map(([name, tag]) => ({
              name,
              from: { kind: 'ImageStreamTag', namespace: 'openshift', name: tag },
            })),
            { name: 'latest', from: { kind: 'ImageStreamTag', namespace: 'explore', name: 'chosen:current' } },
          ],
        },
      })}\nEOF`,
    ],
    'lists kept as they are': [
      `oc import-image chosen:current --confirm --import-mode=PreserveOriginal --from=${source}`,
      older,
      alone,
      `oc patch is chosen --type=json -p '[{"op":"add","path":"/spec/tags/-","value":{"name":"latest","from":{"kind":"ImageStreamTag","name":"chosen:current"}}}]'`,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get is -n openshift', 'oc describe is php -n openshift'], misses: 'current', says: 'mistake:stream-missing' },
    'in a project of its own': {
      run: ['oc new-project my-choice', current, older, follows, alone],
      misses: 'current',
      says: 'mistake:stream-elsewhere',
    },
    'the first tag of the description taken for latest': {
      run: ['oc tag openshift/php:8.0-ubi9 chosen:current', older, follows, alone],
      misses: 'current',
      says: 'current-other-image',
    },
    'an alias of a tag in another project': {
      run: ['oc tag --alias openshift/php:latest chosen:current'],
      misses: 'current',
      says: 'mistake:alias-across-streams',
    },
    'no --confirm': { run: [`oc import-image chosen:current --from=${source}`], misses: 'current', says: 'mistake:without-confirm' },
    'a preview taken for the import': {
      run: [`oc import-image chosen:current --confirm --dry-run --from=${source}`],
      misses: 'current',
      says: 'mistake:dry-run-taken-for-import',
    },
    'an empty stream': { run: ['oc create is chosen'], misses: 'current', says: 'mistake:stream-empty' },
    'a tag of the stream looked for in the registry': {
      run: ['oc tag registry.access.redhat.com/ubi8/php-80:8.0-ubi8 chosen:current', older, alone],
      misses: 'current',
      says: 'mistake:import-not-found',
    },
    'the tag left out of the argument': {
      run: [`oc import-image chosen --confirm --from=${source}`],
      misses: 'current',
      says: 'mistake:tag-missing',
    },
    'the file applied again without a tag': {
      run: [
        current,
        older,
        follows,
        alone,
        `oc patch is chosen --type=merge -p '{"spec":{"tags":[{"name":"latest","from":{"kind":"ImageStreamTag","name":"current"}}]}}'`,
      ],
      misses: 'current',
      says: 'mistake:tag-undeclared',
    },
    'current done, and nothing else': { run: [current], misses: 'older', says: 'mistake:tag-missing' },
    'the 8.0 of UBI 9 taken for the older one': {
      run: [current, 'oc tag openshift/php:8.0-ubi9 chosen:older', follows, alone],
      misses: 'older',
      says: 'older-other-image',
    },
    'no latest': { run: [current, older, alone], misses: 'follows', says: 'mistake:tag-missing' },
    'a copy instead of an alias': { run: [current, older, 'oc tag chosen:current chosen:latest', alone], misses: 'follows', says: 'mistake:copy-for-alias' },
    'the same source a second time': { run: [current, older, `oc tag ${source} chosen:latest`, alone], misses: 'follows', says: 'mistake:imported-for-alias' },
    'an alias of a tag in another project, written by hand': {
      run: [
        current,
        older,
        alone,
        'oc new-project my-choice',
        current,
        'oc project explore',
        `oc patch is chosen -p '{"spec":{"tags":[{"name":"latest","from":{"kind":"ImageStreamTag","namespace":"my-choice","name":"chosen:current"}}]}}'`,
      ],
      misses: 'follows',
      says: 'mistake:alias-of-other',
    },
    'an alias of the other tag': {
      run: [current, older, 'oc tag --alias chosen:older chosen:latest', alone],
      misses: 'follows',
      says: 'mistake:alias-of-other',
    },
    'the tag that latest follows': { run: [current, older, follows, 'oc tag openshift/nodejs:20-ubi8 chosen:node'], misses: 'alone', says: 'node-shared' },
    'an image of another stream': { run: [current, older, follows, 'oc tag openshift/php:8.0-ubi9 chosen:node'], misses: 'alone', says: 'node-other-image' },
    'no tag for Node.js': { run: [current, older, follows], misses: 'alone', says: 'mistake:tag-missing' },
  },
});
