import { defineAttempts } from '../../src/grading/index.ts';

const repository = 'quay.io/myorg/myapp';
const current = 'sha256:567081613bbce5660deb1b135f87d64505737056b6010d7c56091c6ae7e12e99';
const before = 'sha256:013b00ec4027a1d394df0c5c7c784d5c06a53622c26dc0062a83d8d5157456dc';
const first = 'sha256:38d4960882098120f82e65bb77869845a2a17fd922779e630dae04d016359d2a';

const previous = `oc tag portal@${before} portal:stable`;
const inUse = `oc tag portal@${first} portal:in-use`;
const repaired = `oc tag ${repository}:2.0 portal:next`;
const lookup = 'oc set image-lookup backoffice --enabled=false';

export default defineAttempts({
  accepted: {
    'from the registry, by digest': [
      `oc import-image portal:stable --from=${repository}@${before}`,
      `oc tag ${repository}@${first} portal:in-use`,
      `oc patch is portal -p '{"spec":{"tags":[{"name":"next","from":{"kind":"DockerImage","name":"${repository}:2.0"}}]}}'`,
      `oc patch is backoffice --type=json -p '[{"op":"replace","path":"/spec/lookupPolicy/local","value":false}]'`,
    ],
    'the tag moved back, and on again': [
      `oc tag portal@${before} portal:1.0`,
      'oc tag portal:1.0 portal:stable',
      `oc tag ${repository}:1.0 portal:1.0`,
      inUse,
      `oc get is portal -o yaml | sed 's/2\\.O/2.0/' | oc replace -f -`,
      lookup,
    ],
    'found with jq, and all lookups off': [
      `previous=$(oc get is portal -o json | jq -r '.status.tags[] | select(.tag == "1.0") | .items[1].image'); oc tag portal@$previous portal:stable`,
      `oc tag portal@$(oc get deployment shop -o jsonpath='{.spec.template.spec.containers[0].image}' | cut -d@ -f2) portal:in-use`,
      repaired,
      'oc set image-lookup --all --enabled=false',
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc describe is', 'oc set image-lookup'], misses: 'previous', says: 'mistake:tag-missing' },
    'the tag itself rolled back': {
      run: [`oc tag portal@${before} portal:1.0`, 'oc tag portal:1.0 portal:stable', inUse, repaired, lookup],
      misses: 'previous',
      says: 'moved-1.0',
    },
    'a copy of the tag as it is now': { run: ['oc tag portal:1.0 portal:stable', inUse, repaired, lookup], misses: 'previous', says: 'stable-is-current' },
    'an alias of the tag': { run: ['oc tag --alias portal:1.0 portal:stable', inUse, repaired, lookup], misses: 'previous', says: 'stable-is-current' },
    'the last line of the history': { run: [`oc tag portal@${first} portal:stable`, inUse, repaired, lookup], misses: 'previous', says: 'stable-is-first' },
    'the version of the registry taken for the one before': {
      run: [`oc tag ${repository}:1.0 portal:stable`, inUse, repaired, lookup],
      misses: 'previous',
      says: 'stable-is-current',
    },
    'tags written into the status': {
      run: [`oc patch is portal --type=merge -p '{"status":{"tags":[{"tag":"stable","items":[{"image":"${before}"}]}]}}'`],
      misses: 'previous',
      says: 'mistake:tag-missing',
    },
    'all tags replaced': {
      run: [
        `oc patch is portal --type=merge -p '{"spec":{"tags":[{"name":"stable","from":{"kind":"DockerImage","name":"${repository}@${before}"}}]}}'`,
        inUse,
        repaired,
        lookup,
      ],
      misses: 'previous',
      says: 'mistake:tag-undeclared',
    },
    'an image that 1.0 never had': { run: [`oc tag ${repository}:2.0 portal:stable`, inUse, repaired, lookup], misses: 'previous', says: 'stable-never-there' },
    'the new tag left out of the spec': {
      run: [
        previous,
        `oc patch is portal --type=merge -p '{"spec":{"tags":[{"name":"1.0","from":{"kind":"DockerImage","name":"${repository}:1.0"}},{"name":"next","from":{"kind":"DockerImage","name":"${repository}:2.0"}}]}}'`,
        inUse,
        lookup,
      ],
      misses: 'previous',
      says: 'mistake:tag-undeclared',
    },
    'the other new tag left out of the spec': {
      run: [
        inUse,
        `oc patch is portal --type=merge -p '{"spec":{"tags":[{"name":"1.0","from":{"kind":"DockerImage","name":"${repository}:1.0"}},{"name":"next","from":{"kind":"DockerImage","name":"${repository}:2.0"}}]}}'`,
        previous,
        lookup,
      ],
      misses: 'in-use',
      says: 'mistake:tag-undeclared',
    },
    'the deployment not looked at': { run: [previous, repaired, lookup], misses: 'in-use', says: 'mistake:tag-missing' },
    'the current image taken for the one in use': {
      run: [previous, `oc tag portal@${current} portal:in-use`, repaired, lookup],
      misses: 'in-use',
      says: 'not-in-use',
    },
    'only imported again': { run: [previous, inUse, 'oc import-image portal:next', lookup], misses: 'repaired', says: 'mistake:import-not-found' },
    'the source changed by an import': {
      run: [previous, inUse, `oc import-image portal:next --confirm --from=${repository}:2.0`, lookup],
      misses: 'repaired',
      says: 'mistake:source-not-changed',
    },
    'the tag created again': {
      run: [previous, inUse, `oc create istag portal:next --from-image=${repository}:2.0`, lookup],
      misses: 'repaired',
      says: 'mistake:istag-not-updated',
    },
    'a repository that may not be read': {
      run: [previous, inUse, 'oc tag quay.io/myorg/my-app:2.0 portal:next', lookup],
      misses: 'repaired',
      says: 'mistake:import-failed',
    },
    'the failed tag deleted': { run: [previous, inUse, 'oc tag -d portal:next', lookup], misses: 'repaired', says: 'mistake:tag-missing' },
    'another version': { run: [previous, inUse, `oc tag ${repository}:latest portal:next`, lookup], misses: 'repaired', says: 'mistake:other-source' },
    'the lookup left on': { run: [previous, inUse, repaired], misses: 'lookup', says: 'mistake:lookup-still-on' },
    'a stream without lookup chosen': {
      run: [previous, inUse, repaired, 'oc set image-lookup intranet --enabled=false'],
      misses: 'lookup',
      says: 'mistake:lookup-still-on',
    },
    'the lookup moved to another stream': {
      run: [previous, inUse, repaired, lookup, 'oc set image-lookup portal'],
      misses: 'lookup',
      says: 'lookup-elsewhere',
    },
    'another stream deleted': { run: [previous, inUse, repaired, lookup, 'oc delete is intranet'], misses: 'lookup', says: 'mistake:stream-missing' },
    'the stream deleted': { run: [previous, inUse, repaired, 'oc delete is backoffice'], misses: 'lookup', says: 'mistake:stream-missing' },
  },
});
