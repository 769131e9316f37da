import { defineAttempts } from '../../src/grading/index.ts';

const link = 'oc secrets link default registry-credentials --for=pull';
const restart = 'oc rollout restart deployment/orders';
const rename = 'oc set image deployment/catalog myap=quay.io/myorg/myapp:1.0';
const grant = 'oc policy add-role-to-user system:image-puller system:serviceaccount:storefront:default -n factory';
const restartReports = 'oc rollout restart deployment/reports';
const orders = [link, restart];
const both = [...orders, rename];

const binding = `oc apply -f - <<'EOF'
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata:
  name: storefront-pulls
  namespace: factory
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:image-puller
subjects:
- kind: ServiceAccount
  name: default
  namespace: storefront
EOF`;

export default defineAttempts({
  accepted: {
    'the waiting pods deleted': [link, grant, rename, 'oc delete pods --all'],
    'a role binding in YAML, and catalog made again': [
      `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"registry-credentials"}]}'`,
      'oc delete pod -l deployment=orders',
      'oc delete deployment catalog',
      'oc create deployment catalog --image=quay.io/myorg/myapp:1.0',
      binding,
      'oc delete pod -l deployment=reports',
    ],
    'an own login, made anew': [
      'oc delete secret registry-credentials',
      'oc create secret docker-registry mine --docker-server=registry.ocp4.example.com:8443 --docker-username=developer --docker-password=developer',
      'oc secrets link default mine --for=pull',
      'oc delete pods -l deployment=orders',
      rename,
      grant,
      restartReports,
    ],
    'a service account of its own for the orders': [
      'oc create serviceaccount puller',
      'oc secrets link puller registry-credentials --for=pull',
      'oc set serviceaccount deployment/orders puller',
      rename,
      grant,
      restartReports,
    ],
  },
  equivalent: {
    'solution: swap 2 3': 'two deployments, repaired in another order; the time of the restart is written down',
    'solution: project 4': 'the last -n counts, and it names factory',
    'solution: undo 2': 'to take the restart back is another rollout, whose pod has the secret too',
    'solution: undo 5': 'to take the restart back is another rollout, whose pod may pull too',
    'an own login, made anew: drop 1': 'the old secret may stay where it is',
    'an own login, made anew: project 1': 'the old secret may stay where it is',
    'an own login, made anew: project 6': 'the last -n counts, and it names factory',
    'an own login, made anew: undo 7': 'to take the restart back is another rollout, whose pod may pull too',
    'a service account of its own for the orders: project 5': 'the last -n counts, and it names factory',
    'a service account of its own for the orders: undo 6': 'to take the restart back is another rollout, whose pod may pull too',
  },
  wrong: {
    'nothing but looking around': { run: ['oc get pods', 'oc get events', 'oc describe pods'], misses: 'orders', says: 'mistake:not-linked' },
    'a restart of everything': {
      run: ['oc rollout restart deployment/orders deployment/catalog deployment/reports'],
      misses: 'orders',
      says: 'mistake:not-linked',
    },
    'a login with podman': {
      run: ['podman login -u developer -p developer registry.ocp4.example.com:8443', restart],
      misses: 'orders',
      says: 'mistake:not-linked',
    },
    'linked without --for=pull': { run: ['oc secrets link default registry-credentials', restart], misses: 'orders', says: 'mistake:linked-for-mount' },
    'linked to the builder': {
      run: ['oc secrets link builder registry-credentials --for=pull', restart],
      misses: 'orders',
      says: 'mistake:linked-to-other',
    },
    'linked, and only waited': { run: [link, 'sleep 600'], misses: 'orders', says: 'mistake:linked-too-late' },
    'a public image for the orders': {
      run: [
        'oc set triggers deployment/orders --remove-all',
        'oc rollout resume deployment/orders',
        'oc set image deployment/orders orders=quay.io/myorg/custom-server:1.0',
        rename,
        grant,
      ],
      misses: 'orders',
      says: 'orders-other-image',
    },
    'the secret deleted once the orders run': {
      run: [...both, grant, restartReports, 'oc delete secret registry-credentials'],
      misses: 'orders',
      says: 'mistake:secret-missing',
    },
    'the orders deleted': { run: ['oc delete deployment orders'], misses: 'orders', says: 'mistake:app-missing' },
    'the orders scaled to zero': { run: [link, 'oc scale deployment/orders --replicas=0'], misses: 'orders', says: 'mistake:scaled-to-zero' },
    'the catalog restarted, its name kept': {
      run: [...orders, 'oc rollout restart deployment/catalog', grant, restartReports],
      misses: 'catalog',
      says: 'name-kept',
    },
    'a container that catalog does not have': {
      run: [...orders, 'oc set image deployment/catalog catalog=quay.io/myorg/myapp:1.0'],
      misses: 'catalog',
      says: 'name-kept',
    },
    'a tag that the repository does not have': {
      run: [...orders, rename.replace('myapp:1.0', 'myapp:1.1')],
      misses: 'catalog',
      says: 'mistake:pull-fails',
    },
    'another version of the catalog': { run: [...orders, rename.replace('myapp:1.0', 'myapp:2.0')], misses: 'catalog', says: 'catalog-other-image' },
    'the catalog deleted': { run: [...orders, 'oc delete deployment catalog'], misses: 'catalog', says: 'mistake:app-missing' },
    'the catalog scaled to zero': {
      run: [...orders, rename, 'oc scale deployment/catalog --replicas=0'],
      misses: 'catalog',
      says: 'mistake:scaled-to-zero',
    },
    'the reports only restarted': { run: [...both, restartReports], misses: 'right', says: 'mistake:puller-missing' },
    'the role given in the project that pulls': {
      run: [...both, 'oc policy add-role-to-user system:image-puller system:serviceaccount:storefront:default', restartReports],
      misses: 'right',
      says: 'mistake:puller-reversed',
    },
    'the role given to the developer': {
      run: [...both, 'oc policy add-role-to-user system:image-puller developer -n factory', restartReports],
      misses: 'right',
      says: 'mistake:puller-to-user',
    },
    'the role given with -z': {
      run: [...both, 'oc policy add-role-to-user system:image-puller -z default -n factory', restartReports],
      misses: 'right',
      says: 'mistake:puller-own-account',
    },
    'the role given to the builder': {
      run: [...both, grant.replace(':default', ':builder'), restartReports],
      misses: 'right',
      says: 'mistake:puller-other-account',
    },
    'the role given to everybody who logs in': {
      run: [...both, grant, 'oc policy add-role-to-group system:image-puller system:authenticated:oauth -n factory', restartReports],
      misses: 'right',
      says: 'mistake:puller-everyone',
    },
    'the role given to all accounts of the cluster': {
      run: [...both, 'oc policy add-role-to-group system:image-puller system:serviceaccounts -n factory', restartReports],
      misses: 'right',
      says: 'mistake:puller-everyone',
    },
    'not waited for the next attempt': { run: [...both, grant], misses: 'reports', says: 'reports-waiting' },
    'the reports paused': { run: [...both, grant, restartReports, 'oc rollout pause deployment/reports'], misses: 'reports', says: 'mistake:paused' },
    'the trigger of the reports for a container that is not there': {
      run: [
        ...both,
        grant,
        restartReports,
        `oc annotate deployment reports --overwrite image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"reports:latest","namespace":"factory"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"web\\")].image"}]'`,
      ],
      misses: 'reports',
      says: 'reports-left-the-stream',
    },
    'the reports deleted': { run: [...both, grant, 'oc delete deployment reports'], misses: 'reports', says: 'mistake:app-missing' },
    'the reports scaled to zero': { run: [...both, grant, 'oc scale deployment/reports --replicas=0'], misses: 'reports', says: 'mistake:scaled-to-zero' },
    'the reports moved to a copy of the tag': {
      run: [
        ...both,
        grant,
        'oc tag factory/reports:latest reports:latest',
        'oc set triggers deployment/reports --from-image=factory/reports:latest --remove',
        'oc set triggers deployment/reports --from-image=reports:latest --containers=reports',
      ],
      misses: 'reports',
      says: 'reports-left-the-stream',
    },
  },
});
