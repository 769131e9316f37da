import { defineAttempts } from '../../src/grading/index.ts';

const image = 'image-registry.openshift-image-registry.svc:5000/tools/report:1.0';

const grant = (account: string) => `oc policy add-role-to-user system:image-puller system:serviceaccount:office:${account} -n tools`;
const both = [grant('default'), grant('printer')];
const newApp = 'oc new-app -i tools/report:1.0 --name=report';
const newPod = 'oc rollout restart deployment/archive';

export default defineAttempts({
  accepted: {
    'deployed first, restarted after the grants': [newApp, ...both, 'oc rollout restart deployment/report deployment/archive'],
    'a role binding in YAML': [
      `oc apply -f - <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: office-pulls
  namespace: tools
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:image-puller
subjects:
- kind: ServiceAccount
  name: default
  namespace: office
- kind: ServiceAccount
  name: printer
  namespace: office
EOF`,
      newApp,
      newPod,
    ],
  },
  equivalent: {
    'solution: swap 1 2': 'the second grant of a role gets another name, whichever comes second',
    'solution: swap 3 4': 'only the time of the restart differs',
    'solution: project 1': 'the last -n counts; only the time of the restart differs',
    'solution: project 2': 'the last -n counts; only the time of the restart differs',
    'solution: undo 4': 'to take the restart back is another rollout, whose pod may pull too',
    'deployed first, restarted after the grants: swap 1 2': 'only the time of the restart differs',
    'deployed first, restarted after the grants: swap 2 3': 'the second grant of a role gets another name, whichever comes second',
    'deployed first, restarted after the grants: project 2': 'the last -n counts; only the time of the restart differs',
    'deployed first, restarted after the grants: project 3': 'the last -n counts; only the time of the restart differs',
    'deployed first, restarted after the grants: undo 4': 'to take the restart back is another rollout, whose pods may pull too',
    'a role binding in YAML: swap 2 3': 'only the time of the restart differs',
    'a role binding in YAML: undo 3': 'to take the restart back is another rollout, whose pod may pull too',
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc get pods', 'oc describe pods', 'oc get is -n tools'],
      misses: 'default-may-pull',
      says: 'mistake:puller-missing',
    },
    'the role given in the own project': {
      run: ['oc policy add-role-to-user system:image-puller -z default', newApp, newPod],
      misses: 'default-may-pull',
      says: 'mistake:puller-reversed',
    },
    'an account of the other project': {
      run: ['oc policy add-role-to-user system:image-puller -z default -n tools', newApp, newPod],
      misses: 'default-may-pull',
      says: 'mistake:puller-own-account',
    },
    'a user called default': {
      run: ['oc policy add-role-to-user system:image-puller default -n tools', newApp],
      misses: 'default-may-pull',
      says: 'mistake:puller-to-user',
    },
    'the account of archive alone': { run: [grant('printer'), newApp, newPod], misses: 'default-may-pull', says: 'mistake:puller-other-account' },
    'everybody may pull': {
      run: ['oc policy add-role-to-group system:image-puller system:authenticated -n tools', newApp, newPod],
      misses: 'default-may-pull',
      says: 'mistake:puller-everyone',
    },
    'a role of the project, under the name of the cluster role': {
      run: [
        'oc create role system:image-puller --verb=get --resource=imagestreams -n tools',
        'oc create rolebinding office-pulls --role=system:image-puller --serviceaccount=office:default --serviceaccount=office:printer -n tools',
        newApp,
        newPod,
      ],
      misses: 'default-may-pull',
      says: 'mistake:puller-missing',
    },
    'everybody who logs in with a password or a token': {
      run: [...both, 'oc policy add-role-to-group system:image-puller system:authenticated:oauth -n tools', newApp, newPod],
      misses: 'default-may-pull',
      says: 'mistake:puller-everyone',
    },
    'a pull secret instead of a role': {
      run: [
        'oc create secret docker-registry internal --docker-server=image-registry.openshift-image-registry.svc:5000 --docker-username=developer --docker-password=$(oc whoami -t)',
        'oc secrets link default internal --for=pull',
        'oc secrets link printer internal --for=pull',
        newApp,
        newPod,
      ],
      misses: 'default-may-pull',
      says: 'mistake:puller-missing',
    },
    'the account default alone': { run: [grant('default'), newApp, newPod], misses: 'printer-may-pull', says: 'printer-may-not' },
    'granted, not deployed': { run: [...both, newPod], misses: 'deployed', says: 'mistake:app-missing' },
    'deployed where the stream is': { run: [...both, `${newApp} -n tools`, newPod], misses: 'deployed', says: 'mistake:app-elsewhere' },
    'deployed past the stream': { run: [...both, `oc create deployment report --image=${image}`, newPod], misses: 'deployed', says: 'mistake:past-the-stream' },
    'a copied tag': {
      run: [...both, 'oc tag tools/report:1.0 report:1.0', 'oc new-app -i office/report:1.0 --name=report', newPod],
      misses: 'deployed',
      says: 'follows-a-copy',
    },
    'a trigger that is switched off': {
      run: [...both, newApp, 'oc set triggers deployment/report --manual', newPod],
      misses: 'deployed',
      says: 'mistake:trigger-manual',
    },
    'a trigger for a container that is not there': {
      run: [
        ...both,
        `oc create deployment report --image=${image}`,
        `oc annotate deployment report image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"report:1.0","namespace":"tools"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
        newPod,
      ],
      misses: 'deployed',
      says: 'mistake:trigger-no-place',
    },
    'another tag': {
      run: [...both, 'oc tag tools/report:1.0 tools/report:latest', newApp.replace(':1.0', ':latest'), newPod],
      misses: 'deployed',
      says: 'follows-something-else',
    },
    'the pod of archive left waiting': { run: [...both, newApp], misses: 'running', says: 'archive-waits' },
    'a public image for archive': {
      run: [...both, newApp, 'oc set image deployment/archive report=quay.io/myorg/custom-server:1.0'],
      misses: 'running',
      says: 'archive-changed',
    },
    'report paused': { run: [...both, newApp, newPod, 'oc rollout pause deployment/report'], misses: 'running', says: 'mistake:paused' },
    'archive scaled to zero': { run: [...both, newApp, 'oc scale deployment/archive --replicas=0'], misses: 'running', says: 'mistake:scaled-to-zero' },
    'archive run by a service account that does not exist': {
      run: [
        ...both,
        newApp,
        'oc scale deployment/archive --replicas=0',
        'oc set serviceaccount deployment/archive robot',
        'oc scale deployment/archive --replicas=1',
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
    'report scaled to zero': {
      run: [...both, newApp, newPod, 'oc scale deployment/report --replicas=0'],
      misses: 'running',
      says: 'mistake:scaled-to-zero',
    },
    'run by a service account that does not exist': {
      run: [
        ...both,
        newApp,
        newPod,
        'oc scale deployment/report --replicas=0',
        'oc set serviceaccount deployment/report robot',
        'oc scale deployment/report --replicas=1',
      ],
      misses: 'running',
      says: 'mistake:not-ready',
    },
  },
});
