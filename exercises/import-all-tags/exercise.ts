import {
  all,
  always,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStreams,
  imageStreamTags,
  ladders,
  mistakes,
  not,
  otherwise,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const repository = 'quay.io/myorg/myapp';
const app = workload('shop');
const named = { app: 'shop', stream: 'myapp', tag: 'latest', source: `${repository}:latest` };
const older = { stream: 'myapp', tag: '1.0', source: `${repository}:1.0` };
const meant = { stream: 'billing', tag: 'latest', target: '2.0' };
const version = { stream: 'billing', tag: '2.0' };

const comesFromItsName = (tag: string) => all(streamTag('myapp', tag).exists, streamTag('myapp', tag).isImportedFrom(`${repository}:${tag}`));

/** A whole repository, the tag that nobody names, a stream without one, and a build that is newer than the import. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'import-all-tags',
  guides: ['import-all-tags', 'the-forms-of-new-app', 'aliases-and-promotion'],
  scenario: {
    user: 'developer',
    project: 'webshop',
    setup: [
      { run: `oc import-image billing:1.0 --confirm --from=${repository}:1.0` },
      { run: `oc import-image billing:2.0 --from=${repository}:2.0` },
      { pass: '2h' },
    ],
    events: [{ id: 'new-build', when: app.isAvailable, steps: [{ push: `${repository}:1.0`, variant: 'b' }] }],
  },
  goals: [
    {
      id: 'imported',
      points: 25,
      about: [imageStreams('myapp')],
      check: all(comesFromItsName('1.0'), comesFromItsName('2.0'), comesFromItsName('latest')),
      seeWith: 'oc get istag',
      diagnoses: [
        mistakes.streamElsewhere(named),
        mistakes.withoutConfirm(named),
        mistakes.dryRunTaken(named),
        mistakes.streamMissing(named),
        mistakes.otherSource(named, 5),
        mistakes.notAllTags(named, 10),
        { when: always, say: 'tag-gone', points: 10 },
      ],
    },
    {
      id: 'deployed',
      points: 25,
      about: [deployments('shop'), deploymentConfigs('shop')],
      check: all(app.follows('myapp', 'latest'), app.triggersOwnContainer, not(app.isPaused), app.runsTag('myapp', 'latest'), app.isAvailable),
      seeWith: 'oc set triggers deployment/shop',
      diagnoses: [
        ...ladders.noApp(named, 10),
        mistakes.pastTheStream(named, 5),
        mistakes.triggerOtherTag(named, 10),
        mistakes.triggerMissing(named, 5),
        mistakes.triggerManual(named, 15),
        mistakes.triggerNoPlace(named, 10),
        mistakes.paused(named, 15),
        otherwise(mistakes.notReady(named, 10)),
      ],
    },
    {
      id: 'meant',
      points: 25,
      about: [imageStreamTags('billing', 'latest')],
      check: all(streamTag('billing', 'latest').tracks('2.0'), streamTag('billing', '2.0').exists, streamTag('billing', '2.0').isDeclared),
      seeWith: 'oc describe imagestream billing',
      diagnoses: [
        mistakes.streamMissing(meant),
        mistakes.tagMissing(version, 5),
        mistakes.tagUndeclared(version, 10),
        mistakes.aliasOfOther(meant, 10),
        mistakes.copyForAlias(meant, 10),
        mistakes.importedForAlias(meant, 10),
        { when: streamTag('billing', 'latest').exists, say: 'latest-is-another-image', points: 5 },
        otherwise(mistakes.tagMissing(meant)),
      ],
    },
    {
      id: 'renewed',
      points: 25,
      needs: ['imported', 'deployed'],
      about: [imageStreamTags('myapp', '1.0')],
      check: streamTag('myapp', '1.0').holds({ host: 'quay.io', repository: 'myorg/myapp', tag: '1.0' }),
      seeWith: 'oc describe imagestream myapp',
      diagnoses: [otherwise(mistakes.staleTag(older))],
    },
  ],
  solution: [
    `oc import-image myapp --from=${repository} --confirm --all`,
    'oc get istag',
    'oc new-app myapp --name=shop',
    'oc describe is billing',
    'oc tag --alias billing:2.0 billing:latest',
    'oc import-image myapp --all',
    'oc describe is myapp',
  ],
  ways: [
    {
      id: 'one-by-one',
      commands: [
        `oc tag ${repository}:1.0 myapp:1.0`,
        `oc tag ${repository}:2.0 myapp:2.0`,
        `oc tag ${repository}:latest myapp:latest`,
        `oc create deployment shop --image=${repository}:latest`,
        'oc set triggers deployment/shop --from-image=myapp:latest --containers=myapp',
        'oc tag --alias billing:2.0 billing:latest',
        'oc import-image myapp:1.0',
      ],
    },
  ],
});
