import {
  all,
  always,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  mistakes,
  not,
  otherwise,
  pods,
  roleBindings,
  roleIn,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const route = 'default-route-openshift-image-registry.apps.ocp4.example.com';
const image = 'image-registry.openshift-image-registry.svc:5000/tools/report:1.0';

const puller = roleIn('tools', 'system:image-puller');
const pulling = { from: 'tools', to: 'office', user: 'default' };
const report = workload('report');
const archive = workload('archive');
const named = { app: 'report', stream: 'report', tag: '1.0' };

const given = { app: 'archive' };

const printer = 'system:serviceaccount:office:printer';

/** The image belongs to `tools` and runs in `office`, under two service accounts. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'image-puller',
  guides: ['push-to-the-internal-registry', 'share-a-stream-between-projects', 'troubleshoot-pulls'],
  scenario: {
    user: 'developer',
    project: 'office',
    setup: [
      { run: `oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge --patch '{"spec":{"defaultRoute":true}}'`, as: 'admin' },
      { pass: '1m' },
      { run: 'oc new-project tools --skip-config-write' },
      {
        run: `skopeo copy --dest-creds developer:$(oc whoami -t) docker://quay.io/myorg/custom-server:1.0 docker://${route}/tools/report:1.0`,
      },
      { run: 'oc create serviceaccount printer' },
      { run: `oc create deployment archive --image=${image} --replicas=0` },
      { run: 'oc set serviceaccount deployment/archive printer' },
      { run: 'oc scale deployment/archive --replicas=1' },
      { pass: '5m' },
    ],
  },
  goals: [
    {
      id: 'default-may-pull',
      points: 30,
      about: [roleBindings(undefined, 'tools'), roleBindings()],
      check: all(puller.isGrantedToAccount('default', 'office'), not(puller.isGrantedToEveryone)),
      seeWith: 'oc get rolebindings -n tools -o wide',
      diagnoses: [
        mistakes.pullerEveryone(pulling, 10),
        mistakes.pullerOwnAccount(pulling, 5),
        mistakes.pullerReversed(pulling, 5),
        mistakes.pullerToUser(pulling, 5),
        mistakes.pullerOtherAccount(pulling, 10),
        otherwise(mistakes.pullerMissing(pulling)),
      ],
    },
    {
      id: 'printer-may-pull',
      points: 20,
      about: [roleBindings(undefined, 'tools'), roleBindings()],
      check: all(puller.isGrantedToAccount('printer', 'office'), not(puller.isGrantedToEveryone)),
      seeWith: 'oc get rolebindings -n tools -o wide',
      diagnoses: [{ when: always, say: 'printer-may-not' }],
    },
    {
      id: 'deployed',
      points: 25,
      about: [deployments('report'), deploymentConfigs('report')],
      check: all(report.followsFrom('tools', 'report', '1.0'), report.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/report',
      diagnoses: [
        mistakes.appElsewhere(named),
        { when: not(report.exists), say: 'mistake:app-missing', values: named },
        mistakes.pastTheStream(named, 5),
        { when: report.follows('report', '1.0'), say: 'follows-a-copy', points: 10 },
        { when: report.hasPausedTrigger, say: 'mistake:trigger-manual', values: named, points: 10 },
        mistakes.triggerNoPlace({ app: 'report' }, 10),
        { when: always, say: 'follows-something-else', points: 5 },
      ],
    },
    {
      id: 'running',
      points: 25,
      needs: ['deployed'],
      about: [pods(), deployments('report'), deployments('archive')],
      check: all(report.isAvailable, not(report.isPaused), archive.isAvailable, archive.names(image)),
      seeWith: 'oc get pods',
      diagnoses: [
        { when: not(archive.names(image)), say: 'archive-changed', points: 10 },
        mistakes.scaledToZero(named),
        mistakes.paused(named, 15),
        mistakes.scaledToZero(given, 15),
        { when: archive.pullFails, say: 'archive-waits', points: 15 },
        mistakes.notReady(given, 15),
        otherwise(mistakes.notReady(named)),
      ],
    },
  ],
  solution: [
    'oc policy add-role-to-user system:image-puller \\\n  system:serviceaccount:office:default -n tools',
    `oc policy add-role-to-user system:image-puller \\\n  ${printer} -n tools`,
    'oc new-app --name=report -i tools/report:1.0',
    'oc rollout restart deployment/archive',
    'oc get pods',
  ],
  ways: [
    {
      id: 'the-group',
      commands: [
        'oc policy add-role-to-group system:image-puller system:serviceaccounts:office -n tools',
        `oc create deployment report --image=${image}`,
        'oc set triggers deployment/report --from-image=tools/report:1.0 --containers=report',
        'oc delete pods -l app=archive',
      ],
    },
    {
      id: 'a-role-binding',
      commands: [
        'oc create rolebinding office-pulls --clusterrole=system:image-puller --serviceaccount=office:default --serviceaccount=office:printer -n tools',
        'oc new-app tools/report:1.0 --name=report',
        'sleep 600',
      ],
    },
  ],
});
