import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/keycloak/keycloak';
const addTrigger = 'oc set triggers deployment/sso --from-image=keycloak:20 -c keycloak';
const forward = `oc tag ${source}:20.0.3 keycloak:20`;
const back = `oc tag ${source}:20.0.2 keycloak:20`;

const trigger = (container: string) =>
  `oc annotate deployment/sso image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"keycloak:20"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"${container}\\")].image"}]'`;

export default defineAttempts({
  accepted: {
    'the tag is moved before there is a trigger': [forward, addTrigger, back],
    'a tag for each version, and 20 as an alias': [
      addTrigger,
      `oc import-image keycloak:20.0.2 --from=${source}:20.0.2`,
      `oc create istag keycloak:20.0.3 --from-image=${source}:20.0.3`,
      'oc tag --alias keycloak:20.0.3 keycloak:20',
      'oc rollout history deployment/sso',
      'oc tag --alias keycloak:20.0.2 keycloak:20',
    ],
    'the deployment made anew from the stream': [
      'oc delete deployment/sso',
      'oc new-app -i keycloak:20 --name=sso',
      `oc tag ${source}:20.0.3 keycloak:20`,
      `oc tag ${source}:20.0.2 keycloak:20`,
    ],
    'the container counted, not named': [trigger('keycloak').replace(/\[\?.*\)\]/, '[0]'), forward, back],
    'the deployment made anew, with a container of another name': [
      'oc delete deployment/sso',
      "oc create deployment sso --image=keycloak:20 --dry-run=client -o yaml | sed 's/name: keycloak$/name: main/' | oc create -f -",
      'oc set triggers deployment/sso --from-image=keycloak:20 -c main',
      forward,
      back,
    ],
    'the tag deleted and made anew, each time': [addTrigger, 'oc tag -d keycloak:20', forward, 'oc tag -d keycloak:20', back],
    'undo tried first, then the tag': [addTrigger, forward, 'oc rollout undo deployment/sso', back],
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc get deployment sso -o wide', 'oc set triggers deployment/sso'],
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'no container named': {
      run: ['oc set triggers deployment/sso --from-image=keycloak:20', forward],
      misses: 'follows',
      says: 'mistake:containers-missing',
    },
    'the container taken for the deployment': {
      run: ['oc set triggers deployment/sso --from-image=keycloak:20 -c sso', forward, back],
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'addressed as a DeploymentConfig': {
      run: ['oc set triggers dc/sso --from-image=keycloak:20 -c keycloak', forward, back],
      misses: 'follows',
      says: 'mistake:dc-addressed',
    },
    'an annotation that names another container': { run: [trigger('sso'), forward, back], misses: 'follows', says: 'mistake:trigger-wrong-container' },
    'the same tag of another project': {
      run: [addTrigger, forward, back, trigger('keycloak').replace('annotate', 'annotate --overwrite').replace('"name"', '"namespace":"openshift","name"')],
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'a trigger on a tag for the new version': {
      run: [`oc import-image keycloak:20.0.3 --from=${source}:20.0.3`, 'oc set triggers deployment/sso --from-image=keycloak:20.0.3 -c keycloak'],
      misses: 'follows',
      says: 'mistake:trigger-other-tag',
    },
    'the trigger stopped before going back': {
      run: [
        addTrigger,
        forward,
        'oc set triggers deployment/sso --manual --from-image=keycloak:20 -c keycloak',
        `oc set image deployment/sso keycloak=${source}:20.0.2`,
      ],
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'the trigger, and nothing after it': { run: [addTrigger], misses: 'updated', says: 'mistake:tag-other-image' },
    'the new version imported beside the tag': {
      run: [addTrigger, `oc import-image keycloak:20.0.3 --from=${source}:20.0.3`],
      misses: 'updated',
      says: 'mistake:tag-other-image',
    },
    'a tag that the registry does not have': { run: [addTrigger, `oc tag ${source}:20.0.4 keycloak:20`], misses: 'updated', says: 'mistake:tag-other-image' },
    'an import with another source': {
      run: [addTrigger, `oc import-image keycloak:20 --confirm --from=${source}:20.0.3`],
      misses: 'updated',
      says: 'mistake:source-not-changed',
    },
    'a tag created over the tag': {
      run: [addTrigger, `oc create istag keycloak:20 --from-image=${source}:20.0.3`],
      misses: 'updated',
      says: 'mistake:istag-not-updated',
    },
    'the image written by hand': {
      run: [addTrigger, `oc set image deployment/sso keycloak=${source}:20.0.3`, back],
      misses: 'updated',
      says: 'mistake:image-by-hand',
    },
    'the image written by hand before there is a trigger': {
      run: [`oc set image deployment/sso keycloak=${source}:20.0.3`, 'oc rollout status deployment/sso', addTrigger],
      misses: 'updated',
      says: 'mistake:image-by-hand',
    },
    'a pod made by hand under the labels of the deployment': {
      run: [addTrigger, `oc run sso-new --image=${source}:20.0.3 --labels=app=sso`, 'sleep 1m'],
      misses: 'updated',
      says: 'mistake:tag-other-image',
    },
    'paused while the tag moved': { run: [addTrigger, 'oc rollout pause deployment/sso', forward], misses: 'updated', says: 'mistake:paused' },
    'scaled to zero while the tag moved': {
      run: [addTrigger, 'oc scale deployment/sso --replicas=0', forward, back],
      misses: 'updated',
      says: 'mistake:scaled-to-zero',
    },
    'a service account that does not exist, from the start': {
      run: [addTrigger, 'oc set serviceaccount deployment/sso robot', forward],
      misses: 'updated',
      says: 'mistake:rollout-unfinished',
    },
    'never gone back': { run: [addTrigger, forward], misses: 'back', says: 'mistake:tag-other-image' },
    'back with rollout undo': { run: [addTrigger, forward, 'oc rollout undo deployment/sso'], misses: 'back', says: 'mistake:undo-undone' },
    'back with set image': {
      run: [addTrigger, forward, `oc set image deployment/sso keycloak=${source}:20.0.2`],
      misses: 'back',
      says: 'mistake:image-by-hand',
    },
    'back to 19.0': { run: [addTrigger, forward, `oc tag ${source}:19.0 keycloak:20`], misses: 'back', says: 'mistake:tag-other-image' },
    'paused, and the tag moved back': {
      run: [addTrigger, forward, 'oc rollout pause deployment/sso', back],
      misses: 'running',
      says: 'mistake:paused',
    },
    'back, and scaled to zero': { run: [addTrigger, forward, back, 'oc scale deployment/sso --replicas=0'], misses: 'running', says: 'mistake:scaled-to-zero' },
    'a service account that does not exist': {
      run: [addTrigger, forward, 'oc set serviceaccount deployment/sso robot', back],
      misses: 'running',
      says: 'mistake:rollout-unfinished',
    },
  },
  equivalent: {
    'the tag deleted and made anew, each time: undo 3': 'the stream without the tag 20 is what the next command makes anyway',
    'the tag deleted and made anew, each time: undo 5': 'the stream without the tag in its spec: the status stays on 20.0.2',
    'from-history: undo 2': 'the stream as it was before it moved: the tag is on 20.0.2 in both',
    'a tag for each version, and 20 as an alias: undo 2': 'the stream without its tags for versions: the tag 20 itself is on 20.0.2',
    'a tag for each version, and 20 as an alias: undo 3': 'the stream without the tag 20.0.3: the tag 20 itself is on 20.0.2',
    'a tag for each version, and 20 as an alias: undo 4': 'the stream as it was before it moved: the tag is on 20.0.2 in both',
  },
});
