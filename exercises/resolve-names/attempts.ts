import { defineAttempts } from '../../src/grading/index.ts';

const ask = 'oc set image-lookup deployment/web-clamav';
const second = 'oc set image-lookup -f scan-api.yaml --local -o yaml | oc apply -f -';
const asItIs = 'oc apply -f scan-api.yaml';
const full = 'docker.io/abesesr/clamscan-docker:1.4.7';

export default defineAttempts({
  accepted: {
    'a patch of single fields, and the file as it is': [
      `oc patch deployment web-clamav --type=json -p '[{"op":"add","path":"/spec/template/metadata/annotations","value":{"alpha.image.policy.openshift.io/resolve-names":"*"}}]'`,
      'oc set image-lookup -f scan-api.yaml --local -o json > scan-api.json',
      'oc create -f scan-api.json',
    ],
    'the first one made anew from a file': [
      'oc delete deployment web-clamav',
      "sed 's/scan-api/web-clamav/' scan-api.yaml > web-clamav.yaml",
      'oc set image-lookup -f web-clamav.yaml --local -o yaml | oc create -f -',
      asItIs,
      'oc set image-lookup deploy/scan-api --enabled=true',
    ],
    'a lookup of the stream that is taken back': ['oc set image-lookup web-clamav', 'oc set image-lookup web-clamav --enabled=false', ask, second],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get deployments -o wide', 'oc describe pods'], misses: 'asks', says: 'not-asked' },
    restarted: { run: ['oc rollout restart deployment/web-clamav', asItIs], misses: 'asks', says: 'not-asked' },
    'the lookup on the stream': {
      run: ['oc set image-lookup web-clamav', 'oc delete deployment web-clamav', "sed 's/scan-api/web-clamav/' scan-api.yaml | oc apply -f -", asItIs],
      misses: 'asks',
      says: 'mistake:lookup-on-the-stream',
    },
    'the lookup on both': { run: ['oc set image-lookup web-clamav', ask, second], misses: 'asks', says: 'mistake:lookup-still-on' },
    'the stream deleted': { run: ['oc delete imagestream web-clamav'], misses: 'asks', says: 'mistake:stream-missing' },
    'the deployment deleted': { run: ['oc delete deployment web-clamav', second], misses: 'asks', says: 'mistake:app-missing' },
    'the tag declared anew, as a digest': {
      run: [ask, 'oc tag web-clamav:1.4.7 web-clamav:stable', 'oc tag web-clamav:stable web-clamav:1.4.7', second],
      misses: 'asks',
      says: 'stream-changed',
    },
    'a trigger instead': {
      run: ['oc set triggers deployment/web-clamav --from-image=web-clamav:1.4.7 -c clamav', second],
      misses: 'asks',
      says: 'trigger-instead',
    },
    'the full name instead': { run: [`oc set image deployment/web-clamav clamav=${full}`, second], misses: 'asks', says: 'full-name' },
    'asked, and switched off again': {
      run: [ask, 'oc set image-lookup deployment/web-clamav --enabled=false', second],
      misses: 'asks',
      says: 'not-asked',
    },
    'asked, and then the full name': { run: [`oc set image deployment/web-clamav clamav=${full}`, ask, second], misses: 'digest', says: 'full-name' },
    'a tag that the stream does not have': {
      run: ['oc set image deployment/web-clamav clamav=web-clamav:1.4', ask, second],
      misses: 'digest',
      says: 'other-image',
    },
    'no tag': { run: [ask, 'oc set image deployment/web-clamav clamav=web-clamav', second], misses: 'digest', says: 'other-image' },
    'scaled to zero': { run: [ask, 'oc scale deployment/web-clamav --replicas=0', second], misses: 'running', says: 'mistake:scaled-to-zero' },
    'run by a service account that does not exist': {
      run: [
        'oc scale deployment/web-clamav --replicas=0',
        'oc set serviceaccount deployment/web-clamav robot',
        ask,
        'oc scale deployment/web-clamav --replicas=1',
        second,
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'the second one forgotten': { run: [ask], misses: 'second', says: 'mistake:app-missing' },
    'the second one in another project': { run: [ask, 'oc new-project mine', second], misses: 'second', says: 'mistake:app-elsewhere' },
    'the file as it is': { run: [ask, asItIs], misses: 'second', says: 'second-not-asked' },
    'the annotation printed, not applied': {
      run: [ask, 'oc set image-lookup -f scan-api.yaml --local -o yaml', asItIs],
      misses: 'second',
      says: 'second-not-asked',
    },
    'the full name in the file': {
      run: [ask, `sed -i 's#web-clamav:1.4.7#${full}#' scan-api.yaml`, asItIs],
      misses: 'second',
      says: 'full-name',
    },
    'a mistyped tag in the file': {
      run: [ask, "sed -i 's/1.4.7/1.47/' scan-api.yaml", second],
      misses: 'second',
      says: 'other-image',
    },
    'the second one without pods': {
      run: [ask, second, 'oc scale deployment/scan-api --replicas=0'],
      misses: 'second',
      says: 'mistake:scaled-to-zero',
    },
    'the second one with a service account that does not exist': {
      run: [ask, "sed -i 's/^    spec:/    spec:\\n      serviceAccountName: robot/' scan-api.yaml", second],
      misses: 'second',
      says: 'mistake:not-ready',
    },
  },
});
