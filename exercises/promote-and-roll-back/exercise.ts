import {
  all,
  defineExercise,
  deployment,
  deployments,
  type FeedbackOf,
  imageStreams,
  mistakes,
  not,
  otherwise,
  podsOf,
  streamTag,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const source = 'quay.io/keycloak/keycloak';
const repository = { host: 'quay.io', repository: 'keycloak/keycloak' };
const [older, newer] = [
  { ...repository, tag: '20.0.2' },
  { ...repository, tag: '20.0.3' },
];

const [testing, production] = [deployment('sso-test'), deployment('sso-prod')];
const [version, test, prod, incident] = ['20.0.3', 'test', 'prod', 'incident'].map((tag) => streamTag('keycloak', tag)) as [Tag, Tag, Tag, Tag];
type Tag = ReturnType<typeof streamTag>;

const asNewer = { stream: 'keycloak', source: `${source}:20.0.3` };
const inTest = { app: 'sso-test', stream: 'keycloak', tag: 'test', target: '20.0.3' };
const forward = { app: 'sso-prod', stream: 'keycloak', tag: 'prod', source: `${source}:20.0.3` };
const backward = { app: 'sso-prod', stream: 'keycloak', tag: 'prod', target: '20.0.2' };

const alias = (name: string, tag: string) =>
  `oc patch imagestream keycloak -p '{"spec":{"tags":[{"name":"${name}","from":{"kind":"ImageStreamTag","name":"${tag}"}}]}}'`;

/** Two environments follow an alias each: a version is tried in one, promoted to the other, and taken back there. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'promote-and-roll-back',
  guides: ['aliases-and-promotion', 'roll-back'],
  scenario: {
    user: 'developer',
    project: 'promote-and-roll-back',
    setup: [
      { run: `oc create istag keycloak:20.0.2 --from-image=${source}:20.0.2` },
      { run: 'oc tag --alias keycloak:20.0.2 keycloak:test keycloak:prod' },
      { run: 'oc new-app -i keycloak:test --name=sso-test' },
      { run: 'oc new-app -i keycloak:prod --name=sso-prod' },
    ],
    events: [
      { id: 'tested', when: all(test.tracks('20.0.3'), podsOf('sso-test').run(newer), not(podsOf('sso-prod').haveRun(newer))), steps: [] },
      { id: 'incident', when: podsOf('sso-prod').run(newer), steps: [] },
    ],
  },
  goals: [
    {
      id: 'version',
      points: 15,
      about: [imageStreams('keycloak')],
      check: version.holds(newer),
      seeWith: 'oc get istag keycloak:20.0.3',
      diagnoses: [
        mistakes.tagFromSource({ ...asNewer, tag: '20.0.3' }, 5),
        mistakes.tagMissing({ ...asNewer, tag: '20.0.3' }),
        otherwise(mistakes.tagOtherImage({ ...asNewer, tag: '20.0.3' })),
      ],
    },
    {
      id: 'tested',
      points: 20,
      needs: ['version'],
      about: [imageStreams('keycloak'), deployments('sso-test')],
      check: all(test.tracks('20.0.3'), podsOf('sso-test').run(newer), testing.follows('keycloak', 'test')),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.copyForAlias(inTest, 10),
        mistakes.importedForAlias(inTest, 10),
        mistakes.imageByHand(inTest),
        mistakes.aliasOfOther(inTest),
        mistakes.triggerManual(inTest, 10),
        mistakes.triggerMissing(inTest, 10),
        mistakes.paused(inTest, 10),
        mistakes.scaledToZero(inTest, 10),
        otherwise(mistakes.rolloutUnfinished(inTest)),
      ],
    },
    {
      id: 'promoted',
      points: 20,
      needs: ['version'],
      about: [imageStreams('keycloak'), deployments('sso-prod')],
      check: podsOf('sso-prod').haveRun(newer),
      seeWith: 'oc get deployment sso-prod -o wide',
      diagnoses: [
        mistakes.paused(forward, 10),
        mistakes.scaledToZero(forward, 10),
        mistakes.imageByHand(forward),
        { ...mistakes.tagOtherImage(forward), when: not(prod.holds(newer)) },
        otherwise(mistakes.rolloutUnfinished(forward)),
      ],
    },
    {
      id: 'taken-back',
      points: 25,
      needs: ['promoted'],
      about: [imageStreams('keycloak'), deployments('sso-prod')],
      check: all(prod.tracks('20.0.2'), podsOf('sso-prod').run(older), production.follows('keycloak', 'prod'), not(production.isPaused)),
      seeWith: 'oc describe imagestream keycloak',
      diagnoses: [
        mistakes.undoUndone(backward),
        mistakes.copyForAlias(backward, 15),
        mistakes.importedForAlias(backward, 15),
        mistakes.aliasOfOther(backward),
        mistakes.triggerManual(backward, 10),
        mistakes.triggerMissing(backward, 10),
        mistakes.paused(backward, 10),
        mistakes.scaledToZero(backward, 10),
        otherwise(mistakes.rolloutUnfinished(backward)),
      ],
    },
    {
      id: 'incident-kept',
      points: 20,
      needs: ['version'],
      about: [imageStreams('keycloak')],
      check: all(incident.holds(newer), not(incident.isAlias), not(incident.isScheduled)),
      seeWith: 'oc get istag keycloak:incident',
      diagnoses: [
        mistakes.aliasForCopy({ stream: 'keycloak', tag: 'incident' }, 10),
        mistakes.tagMissing({ stream: 'keycloak', tag: 'incident' }),
        { when: incident.isScheduled, say: 'incident-scheduled', points: 10 },
        otherwise(mistakes.tagOtherImage({ ...asNewer, tag: 'incident' })),
      ],
    },
  ],
  solution: [
    `oc create istag keycloak:20.0.3 --from-image=${source}:20.0.3`,
    'oc tag --alias keycloak:20.0.3 keycloak:test',
    'oc rollout status deployment/sso-test',
    'oc tag --alias keycloak:20.0.3 keycloak:prod',
    'oc rollout status deployment/sso-prod',
    'oc tag keycloak:20.0.3 keycloak:incident',
    'oc tag --alias keycloak:20.0.2 keycloak:prod',
    'oc rollout status deployment/sso-prod',
  ],
  ways: [
    {
      id: 'copies',
      commands: [
        `oc import-image keycloak:20.0.3 --from=${source}:20.0.3`,
        'oc tag --alias keycloak:20.0.3 keycloak:test',
        'oc tag keycloak:test keycloak:prod',
        'oc tag keycloak:prod keycloak:incident',
        'oc tag --alias keycloak:20.0.2 keycloak:prod',
      ],
    },
    {
      id: 'patched',
      commands: [
        `oc tag ${source}:20.0.3 keycloak:20.0.3`,
        alias('test', '20.0.3'),
        alias('prod', '20.0.3'),
        `bad=$(oc get istag keycloak:prod -o jsonpath='{.image.metadata.name}'); oc tag keycloak@$bad keycloak:incident`,
        alias('prod', '20.0.2'),
      ],
    },
  ],
});
