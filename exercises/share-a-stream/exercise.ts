import {
  all,
  always,
  any,
  type Diagnosis,
  defineExercise,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  inProject,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  roleBindings,
  roleIn,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

/** What demo1/dev1-app1:latest holds when the lab begins. */
const firstImage = 'sha256:6e8c021c4b881431375c14722080e9180a5baafea2fee6aecd1199514c2127ea';
const hardened = { host: 'quay.io', repository: 'redhattraining/httpd-24', tag: 'latest' };
const hardenedName = 'quay.io/redhattraining/httpd-24:latest';

const shared = streamTag('dev1-app1', 'latest');
const approved = streamTag('webserver', 'approved');
const ours = workload('dev2-app1');
const held = (role: string, project = 'demo1') => roleIn(project, role).isGrantedToUser('student');

/** By name, or as one of all users. */
const mayWrite = any(...['edit', 'admin'].flatMap((role) => [held(role), roleIn('demo1', role).isGrantedToEveryone]));

const following = { app: 'dev2-app1', stream: 'dev1-app1', tag: 'latest' };
const copying = { stream: 'webserver', tag: 'approved', target: 'demo1/dev1-app1:latest', source: 'quay.io/jason_wong76/webserver:latest' };
const moving = { stream: 'dev1-app1', tag: 'latest', source: hardenedName };

/** The same diagnosis, asked of the project that shares. */
const inDemo1 = (diagnosis: Diagnosis<never>): Diagnosis<never> => ({ ...diagnosis, when: inProject('demo1', diagnosis.when) });

/** One project keeps the stream; another follows it, copies a tag of it, and a third may read it. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'share-a-stream',
  guides: ['share-a-stream-between-projects', 'change-the-tags-of-a-stream'],
  scenario: {
    user: 'developer',
    project: 'demo2',
    setup: [
      { run: 'oc new-project demo1' },
      { run: 'oc new-app --name=dev1-app1 --image=quay.io/jason_wong76/webserver' },
      { run: 'oc project demo2' },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'follows',
      points: 25,
      about: [deployments('dev2-app1')],
      check: all(ours.followsFrom('demo1', 'dev1-app1', 'latest'), ours.triggersOwnContainer),
      seeWith: 'oc set triggers deployment/dev2-app1',
      diagnoses: [
        mistakes.appElsewhere(following),
        mistakes.appMissing(following),
        mistakes.pastTheStream(following, 5),
        { when: ours.hasPausedTrigger, say: 'mistake:trigger-manual', values: following, points: 15 },
        mistakes.triggerNoPlace({ app: 'dev2-app1' }, 10),
        { when: always, say: 'follows-another-stream', points: 5 },
      ],
    },
    {
      id: 'approved',
      points: 20,
      about: [imageStreams('webserver')],
      check: approved.holdsDigest(firstImage),
      seeWith: 'oc describe imagestream webserver',
      diagnoses: [
        mistakes.streamElsewhere(copying, 5),
        mistakes.aliasAcrossStreams(copying),
        mistakes.streamMissing(copying),
        mistakes.tagMissing(copying),
        { when: always, say: 'approved-other-image', points: 5 },
      ],
    },
    {
      id: 'reader',
      points: 20,
      about: [roleBindings(undefined, 'demo1')],
      check: all(held('view'), not(mayWrite)),
      seeWith: 'oc get rolebindings -n demo1 -o wide',
      diagnoses: [
        { when: mayWrite, say: 'reader-may-write', points: 5 },
        { when: any(held('view', 'demo2'), held('edit', 'demo2'), held('admin', 'demo2')), say: 'reader-elsewhere', points: 5 },
        { when: always, say: 'reader-missing' },
      ],
    },
    {
      id: 'moved',
      points: 20,
      about: [imageStreams('dev1-app1', 'demo1'), imageStreams('dev1-app1')],
      check: inProject('demo1', all(shared.isImportedFrom(hardenedName), shared.holds(hardened))),
      seeWith: 'oc describe imagestream dev1-app1 -n demo1',
      diagnoses: [
        { when: imageStream('dev1-app1').exists, say: 'moved-in-own-project' },
        inDemo1(mistakes.sourceNotChanged(moving)),
        inDemo1(mistakes.tagMissing(moving)),
        { ...mistakes.otherSource(moving, 10), when: inProject('demo1', shared.holds(hardened)) },
        otherwise(inDemo1(mistakes.tagOtherImage(moving))),
      ],
    },
    {
      id: 'both',
      points: 15,
      needs: ['follows', 'moved'],
      about: [deployments('dev2-app1'), deployments('dev1-app1', 'demo1'), pods()],
      check: all(podsOf('dev2-app1').run(hardened), not(ours.isPaused), inProject('demo1', podsOf('dev1-app1').run(hardened))),
      seeWith: 'oc get pods',
      diagnoses: [
        { when: inProject('demo1', not(podsOf('dev1-app1').run(hardened))), say: 'first-application-left', points: 5 },
        mistakes.scaledToZero(following, 5),
        mistakes.paused(following, 5),
        otherwise(mistakes.notReady(following, 5)),
      ],
    },
  ],
  solution: [
    'oc new-app --name=dev2-app1 -i demo1/dev1-app1',
    'oc tag demo1/dev1-app1:latest webserver:approved',
    'oc policy add-role-to-user view student -n demo1',
    'oc tag quay.io/redhattraining/httpd-24:latest dev1-app1:latest -n demo1',
    'oc get deployments -o wide',
  ],
  ways: [
    {
      id: 'by-hand',
      commands: [
        'oc create deployment dev2-app1 --image=quay.io/jason_wong76/webserver',
        'oc set triggers deployment/dev2-app1 \\\n  --from-image=demo1/dev1-app1:latest --containers=webserver',
        'oc import-image webserver:approved --confirm \\\n  --from=quay.io/jason_wong76/webserver',
        'oc create rolebinding student-reads --clusterrole=view --user=student -n demo1',
        `oc patch imagestream dev1-app1 -n demo1 --type=merge \\
  -p '{"spec":{"tags":[{"name":"latest","from":{"kind":"DockerImage","name":"quay.io/redhattraining/httpd-24:latest"}}]}}'`,
      ],
    },
  ],
});
