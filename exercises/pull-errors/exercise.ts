import {
  all,
  always,
  any,
  defineExercise,
  deployments,
  type FeedbackOf,
  mistakes,
  not,
  otherwise,
  podsOf,
  roleBindings,
  roleIn,
  serviceAccounts,
  whatIf,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const registry = 'registry.ocp4.example.com:8443';
const login = { username: 'developer', password: 'developer' };
const ordersImage = { host: registry, repository: 'developer/custom-server', tag: '1.0', login };
const catalogImage = { host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' };

const catalogName = 'quay.io/myorg/myapp:1.0';

const orders = workload('orders');
const catalog = workload('catalog');
const reports = workload('reports');
const puller = roleIn('factory', 'system:image-puller');

const reportsFollows = all(reports.followsFrom('factory', 'reports', 'latest'), reports.triggersOwnContainer);

const link = { secret: 'registry-credentials', account: 'default' };
const pulling = { from: 'factory', to: 'storefront' };

const createSecret = `oc create secret docker-registry registry-credentials \\
  --docker-server=${registry} \\
  --docker-username=${login.username} \\
  --docker-password=${login.password}`;

/** Three deployments in ImagePullBackOff, each for a reason of its own. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'pull-errors',
  guides: ['troubleshoot-pulls', 'registry-credentials', 'share-a-stream-between-projects'],
  scenario: {
    user: 'developer',
    project: 'storefront',
    setup: [
      { run: 'oc new-project factory' },
      { run: 'oc new-build nodejs:20-ubi8~https://github.com/sclorg/nodejs-ex.git --name=reports' },
      { run: 'oc project storefront' },
      { pass: '5m' },
      { run: createSecret },
      { run: `oc import-image orders --confirm --from=${registry}/developer/custom-server:1.0` },
      { run: 'oc new-app --name=orders -i orders' },
      { run: 'oc create deployment catalog --image=quay.io/myorg/myap:1.0' },
      { run: 'oc new-app --name=reports -i factory/reports' },
      { pass: '6m' },
    ],
  },
  goals: [
    {
      id: 'orders',
      points: 30,
      about: [serviceAccounts('default'), deployments('orders')],
      check: all(podsOf('orders').run(ordersImage), whatIf(['oc delete pods --all -n storefront'], orders.podsHaveLogin({ server: registry, ...login }))),
      seeWith: 'oc describe pod -l deployment=orders',
      diagnoses: [
        mistakes.appMissing({ app: 'orders' }),
        mistakes.scaledToZero({ app: 'orders' }),
        { when: not(orders.runs(ordersImage)), say: 'orders-other-image' },
        mistakes.linkedForMount(link, 10),
        mistakes.linkedToOther(link, 10),
        mistakes.notLinked(link),
        mistakes.secretMissing(link),
        otherwise(mistakes.linkedTooLate({ ...link, app: 'orders' }, 20)),
      ],
    },
    {
      id: 'catalog',
      points: 25,
      about: [deployments('catalog')],
      check: all(podsOf('catalog').run(catalogImage), any(catalog.names(catalogName), catalog.runs(catalogImage))),
      seeWith: 'oc describe pod -l app=catalog',
      diagnoses: [
        mistakes.appMissing({ app: 'catalog' }),
        mistakes.scaledToZero({ app: 'catalog' }),
        { when: catalog.names(/\/myap[:@]/), say: 'name-kept' },
        mistakes.pullFails({ app: 'catalog' }, 5),
        { when: always, say: 'catalog-other-image', points: 10 },
      ],
    },
    {
      id: 'right',
      points: 25,
      about: [roleBindings(undefined, 'factory')],
      check: all(puller.isGrantedToAccount('default', 'storefront'), not(puller.isGrantedToEveryone)),
      seeWith: 'oc get rolebindings -n factory -o wide',
      diagnoses: [
        mistakes.pullerEveryone(pulling, 10),
        mistakes.pullerReversed(pulling),
        mistakes.pullerToUser({ ...pulling, user: 'developer' }, 5),
        mistakes.pullerOtherAccount(pulling, 10),
        mistakes.pullerOwnAccount(pulling, 5),
        otherwise(mistakes.pullerMissing(pulling)),
      ],
    },
    {
      id: 'reports',
      points: 20,
      needs: ['right'],
      about: [deployments('reports')],
      check: all(reportsFollows, not(reports.isPaused), reports.isAvailable),
      seeWith: 'oc get pods',
      diagnoses: [
        mistakes.appMissing({ app: 'reports' }),
        mistakes.scaledToZero({ app: 'reports' }),
        { when: not(reportsFollows), say: 'reports-left-the-stream', points: 5 },
        mistakes.paused({ app: 'reports' }, 15),
        { when: always, say: 'reports-waiting', points: 10 },
      ],
    },
  ],
  solution: [
    'oc get pods',
    "oc get events --field-selector reason=Failed -o custom-columns='OBJECT:.involvedObject.name,MESSAGE:.message'",
    'oc secrets link default registry-credentials --for=pull',
    'oc rollout restart deployment/orders',
    'oc set image deployment/catalog myap=quay.io/myorg/myapp:1.0',
    'oc policy add-role-to-user system:image-puller \\\n  system:serviceaccount:storefront:default -n factory',
    'oc rollout restart deployment/reports',
    'oc get pods',
  ],
  ways: [
    {
      id: 'in-the-template',
      commands: [
        `oc patch deployment orders \\
  -p '{"spec":{"template":{"spec":{"imagePullSecrets":[{"name":"registry-credentials"}]}}}}'`,
        `oc patch deployment catalog --type=json \\
  -p '[{"op":"replace","path":"/spec/template/spec/containers/0/image","value":"quay.io/myorg/myapp:1.0"}]'`,
        'oc policy add-role-to-group system:image-puller \\\n  system:serviceaccounts:storefront -n factory',
        'sleep 300',
      ],
    },
  ],
});
