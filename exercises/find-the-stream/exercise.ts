import {
  all,
  always,
  defineExercise,
  deployments,
  type FeedbackOf,
  failed,
  imageStream,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  pods,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/jason_wong76/webserver:latest';
/** What the source means while the lab is done. */
const firstImage = 'sha256:6e8c021c4b881431375c14722080e9180a5baafea2fee6aecd1199514c2127ea';

const app = workload('dev1-app1');
const latest = streamTag('dev1-app1', 'latest');
const reviewed = streamTag('dev1-app1', 'reviewed');

const named = { app: 'dev1-app1', stream: 'webserver' };
const tagged = { app: 'dev1-app1', stream: 'dev1-app1', tag: 'reviewed', source };

/** The stream that oc new-app makes on the way, and a tag of one's own in it. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'find-the-stream',
  guides: ['where-streams-come-from', 'the-forms-of-new-app', 'move-to-a-new-version'],
  scenario: {
    user: 'developer',
    project: 'demo1',
    events: [
      {
        id: 'latest-moved',
        when: all(reviewed.holdsDigest(firstImage), app.follows('dev1-app1', 'reviewed'), app.triggersOwnContainer, app.hasImageTriggers(1), app.isAvailable),
        steps: [{ run: 'oc tag quay.io/redhattraining/httpd-24:latest dev1-app1:latest -n demo1' }],
      },
    ],
  },
  goals: [
    {
      id: 'deployed',
      points: 25,
      about: [deployments('dev1-app1'), imageStreams('dev1-app1')],
      check: all(app.exists, latest.held(firstImage)),
      seeWith: 'oc get imagestreams',
      diagnoses: [
        ...ladders.noApp(named, 10),
        { when: not(imageStream('dev1-app1').exists), say: 'stream-not-made', points: 10 },
        { when: always, say: 'other-image-deployed', points: 5 },
      ],
    },
    {
      id: 'reviewed',
      points: 30,
      about: [imageStreams('dev1-app1')],
      check: all(reviewed.holdsDigest(firstImage), reviewed.isDeclared, not(reviewed.isAlias)),
      seeWith: 'oc describe imagestream dev1-app1',
      diagnoses: [
        mistakes.aliasForCopy(tagged, 10),
        mistakes.tagUndeclared(tagged, 15),
        { when: all(not(reviewed.exists), failed(/^\s*oc\s+tag\s+(?:demo1\/)?webserver:/)), say: 'stream-by-image-name' },
        mistakes.tagReversed(tagged),
        mistakes.tagOtherImage(tagged, 5),
        otherwise(mistakes.tagMissing(tagged)),
      ],
    },
    {
      id: 'follows',
      points: 25,
      about: [deployments('dev1-app1')],
      check: all(app.follows('dev1-app1', 'reviewed'), app.triggersOwnContainer, not(app.isTriggeredBy('dev1-app1', 'latest')), not(app.isPaused)),
      seeWith: 'oc set triggers deployment/dev1-app1',
      diagnoses: [
        mistakes.paused(tagged, 15),
        mistakes.pastTheStream(tagged, 5),
        mistakes.triggerManual(tagged, 15),
        mistakes.triggerNoPlace({ app: 'dev1-app1' }, 10),
        mistakes.twoTriggers(tagged, 10),
        otherwise(mistakes.triggerOtherTag(tagged)),
      ],
    },
    {
      id: 'running',
      points: 20,
      needs: ['reviewed', 'follows'],
      about: [deployments('dev1-app1'), pods()],
      check: all(app.runsDigest(firstImage), app.isAvailable),
      seeWith: 'oc get deployment dev1-app1 -o wide',
      diagnoses: [mistakes.scaledToZero(tagged), otherwise(mistakes.notReady(tagged))],
    },
  ],
  solution: [
    'oc new-app --name=dev1-app1 \\\n  --image=quay.io/jason_wong76/webserver',
    'oc get imagestreams',
    'oc describe imagestream dev1-app1',
    'oc tag dev1-app1:latest dev1-app1:reviewed',
    'oc set triggers deployment/dev1-app1 --from-image=dev1-app1:latest --remove',
    'oc set triggers deployment/dev1-app1 \\\n  --from-image=dev1-app1:reviewed --containers=dev1-app1',
    'oc get deployment dev1-app1 -o wide',
  ],
  ways: [
    {
      id: 'from-the-registry',
      commands: [
        'oc new-app quay.io/jason_wong76/webserver --name=dev1-app1',
        'oc import-image dev1-app1:reviewed \\\n  --from=quay.io/jason_wong76/webserver',
        `oc annotate deployment dev1-app1 --overwrite \\
  image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"dev1-app1:reviewed"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"dev1-app1\\")].image"}]'`,
      ],
    },
  ],
});
