import {
  all,
  anyTagHolds,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  ladders,
  mistakes,
  not,
  otherwise,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const oldImage = { host: 'quay.io', repository: 'jason_wong76/webserver', tag: 'latest' };
const hardened = { host: 'quay.io', repository: 'redhattraining/httpd-24', tag: 'latest' };

const latest = streamTag('webserver', 'latest');
const previous = streamTag('webserver', 'previous');
const shop = workload('shop');
const intranet = workload('intranet');

const moved = { stream: 'webserver', tag: 'latest', source: 'quay.io/redhattraining/httpd-24:latest' };
const kept = { stream: 'webserver', tag: 'previous', source: 'quay.io/jason_wong76/webserver:latest' };
const following = { app: 'shop', stream: 'webserver', tag: 'latest' };
const joining = { app: 'intranet', stream: 'webserver', tag: 'latest' };

/** The name that applications use stays; the image behind it becomes another one. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'point-a-stream-elsewhere',
  guides: ['change-the-tags-of-a-stream', 'image-triggers-on-deployments', 'roll-back'],
  scenario: {
    user: 'developer',
    project: 'storefront',
    setup: [
      { run: 'oc import-image webserver --confirm --from=quay.io/jason_wong76/webserver' },
      { run: 'oc new-app --name=shop -i webserver' },
      { run: 'oc create deployment intranet --image=quay.io/jason_wong76/webserver' },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'kept',
      points: 20,
      about: [imageStreams('webserver')],
      check: all(previous.holds(oldImage), previous.isDeclared, not(previous.isAlias), not(previous.isScheduled)),
      seeWith: 'oc get istag',
      diagnoses: [
        mistakes.streamMissing(kept),
        mistakes.tagMissing(kept),
        mistakes.tagUndeclared(kept, 10),
        mistakes.aliasForCopy(kept, 5),
        mistakes.stillScheduled(kept, 10),
        otherwise(mistakes.tagOtherImage(kept, 5)),
      ],
    },
    {
      id: 'moved',
      points: 30,
      about: [imageStreams('webserver')],
      check: all(latest.isImportedFrom(moved.source), latest.holds(hardened)),
      seeWith: 'oc describe imagestream webserver',
      diagnoses: [
        mistakes.copyForSource(moved, 10),
        mistakes.importFailed(moved, 5),
        mistakes.tagUndeclared(moved, 10),
        { ...mistakes.otherSource(moved, 10), when: latest.holds(hardened) },
        { when: anyTagHolds('webserver', hardened), say: 'other-tag', points: 10 },
        mistakes.sourceNotChanged(moved),
        mistakes.tagMissing(moved),
        otherwise(mistakes.tagOtherImage(moved)),
      ],
    },
    {
      id: 'shop',
      points: 25,
      needs: ['moved'],
      about: [deployments('shop'), deploymentConfigs('shop')],
      check: all(shop.follows('webserver', 'latest'), shop.triggersOwnContainer, not(shop.isPaused), shop.runs(hardened), shop.isAvailable),
      seeWith: 'oc set triggers deployment/shop',
      diagnoses: ladders.staysWithTag(following, 15),
    },
    {
      id: 'intranet',
      points: 25,
      needs: ['moved'],
      about: [deployments('intranet'), deploymentConfigs('intranet')],
      check: all(intranet.follows('webserver', 'latest'), intranet.triggersOwnContainer, not(intranet.isPaused), intranet.runs(hardened), intranet.isAvailable),
      seeWith: 'oc set triggers deployment/intranet',
      diagnoses: [
        mistakes.appMissing(joining),
        mistakes.containersMissing(joining),
        mistakes.pastTheStream(joining),
        mistakes.triggerOtherTag(joining, 10),
        mistakes.triggerMissing(joining, 5),
        mistakes.triggerManual(joining, 10),
        mistakes.triggerNoPlace(joining, 5),
        mistakes.paused(joining, 15),
        otherwise(mistakes.notReady(joining, 15)),
      ],
    },
  ],
  solution: [
    'oc tag webserver:latest webserver:previous',
    'oc tag quay.io/redhattraining/httpd-24:latest webserver:latest',
    'oc set triggers deployment/intranet --from-image=webserver:latest --containers=webserver',
    'oc get deployments -o wide',
  ],
  ways: [
    {
      id: 'import-all',
      commands: [
        'oc tag quay.io/jason_wong76/webserver:latest webserver:previous',
        'oc import-image webserver --all --confirm --from=quay.io/redhattraining/httpd-24',
        `oc annotate deployment intranet \\
  image.openshift.io/triggers='[{"from":{"kind":"ImageStreamTag","name":"webserver:latest"},"fieldPath":"spec.template.spec.containers[?(@.name==\\"webserver\\")].image"}]'`,
      ],
    },
    {
      id: 'from-history',
      commands: [
        'oc tag quay.io/redhattraining/httpd-24:latest webserver:latest',
        `oc tag webserver@$(oc get is webserver -o jsonpath='{.status.tags[?(@.tag=="latest")].items[1].image}') webserver:previous`,
        'oc set triggers deployment/intranet --from-image=webserver:latest -c webserver',
      ],
    },
  ],
});
