import {
  all,
  always,
  any,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  imageStream,
  imageStreams,
  imageStreamTags,
  ladders,
  mistakes,
  not,
  otherwise,
  pods,
  podsOf,
  type RegistryImage,
  secret,
  secrets,
  serviceAccount,
  serviceAccounts,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';
import { ledgerSource, login, registry, reportsSource, scenario, shopSource } from './scenario.ts';

const ledgerImage = { host: registry, repository: 'developer/custom-server', tag: '1.0', login };
const [older, newer] = ['1.0', '2.0'].map((tag) => ({ host: 'quay.io', repository: 'myorg/myapp', tag })) as [RegistryImage, RegistryImage];
const reportsImage = { host: 'quay.io', repository: 'myorg/custom-server', tag: '1.0' };

const credentials = { secret: 'registry-login', server: registry, ...login };
const link = { secret: 'registry-login', account: 'default' };
const imported = { stream: 'ledger', tag: '1.0', source: ledgerSource };
const alias = { stream: 'ledger', tag: 'stable', target: '1.0' };
const followed = { app: 'ledger', stream: 'ledger', tag: 'stable' };
const shortName = { app: 'sso', stream: 'keycloak', tag: '20.0.3' };
const promoted = { app: 'shop', stream: 'shop', tag: 'prod', target: '2.0' };
const kept = { stream: 'shop', tag: 'last-good', source: `${shopSource}:1.0` };
const mended = { app: 'reports', stream: 'reports', tag: '1.0', source: reportsSource };

const [version, stable, report] = [streamTag('ledger', '1.0'), streamTag('ledger', 'stable'), streamTag('reports', '1.0')];
const [prod, lastGood] = [streamTag('shop', 'prod'), streamTag('shop', 'last-good')];
const [ledger, sso, shop, reports] = [workload('ledger'), workload('sso'), workload('shop'), workload('reports')];
const keycloak = imageStream('keycloak');

/** Six tasks on one project, against the clock: from a login to the repair of what somebody else has left. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'mock-exam',
  guides: ['exam-objectives', 'work-fast-in-the-exam'],
  exam: { minutes: 60, passPercent: 70, tasks: ['private-registry', 'private-image', 'private-app', 'short-names', 'promotion', 'repair'] },
  scenario,
  goals: [
    {
      id: 'login',
      task: 'private-registry',
      points: 8,
      about: [secrets('registry-login')],
      check: secret('registry-login').holdsLogin({ server: registry, ...login }),
      seeWith: 'oc extract secret/registry-login --to=-',
      diagnoses: ladders.login(credentials, 4),
    },
    {
      id: 'link',
      task: 'private-registry',
      points: 7,
      about: [serviceAccounts('default')],
      check: serviceAccount('default').pullsWith('registry-login'),
      seeWith: 'oc describe serviceaccount default',
      diagnoses: ladders.link(link, 2),
    },
    {
      id: 'imported',
      task: 'private-image',
      points: 12,
      about: [imageStreams('ledger')],
      check: all(version.holds(ledgerImage), version.isImportedFrom(ledgerSource), version.isScheduled),
      seeWith: 'oc describe imagestream ledger',
      diagnoses: [
        ...ladders.noStream(imported),
        mistakes.importUnauthorized(imported, 3),
        mistakes.tagFromSource(imported, 3),
        mistakes.importFailed(imported),
        mistakes.tagMissing(imported),
        mistakes.otherSource(imported),
        otherwise(mistakes.notScheduled(imported, 8)),
      ],
    },
    {
      id: 'alias',
      task: 'private-image',
      points: 8,
      about: [imageStreams('ledger')],
      check: all(stable.tracks('1.0'), stable.exists),
      seeWith: 'oc get istag',
      diagnoses: [
        mistakes.copyForAlias(alias, 4),
        mistakes.importedForAlias(alias, 2),
        mistakes.aliasOfOther(alias, 2),
        { when: always, say: 'no-alias', guide: 'aliases-and-promotion#an-alias' },
      ],
    },
    {
      id: 'follows',
      task: 'private-app',
      points: 10,
      about: [deployments('ledger'), deploymentConfigs('ledger')],
      check: ledger.follows('ledger', 'stable'),
      seeWith: 'oc set triggers deployment/ledger',
      diagnoses: [
        ...ladders.noApp(followed, 5),
        mistakes.pastTheStream(followed, 2),
        mistakes.triggerOtherTag(followed, 5),
        mistakes.triggerManual(followed, 5),
        otherwise(mistakes.triggerMissing(followed, 2)),
      ],
    },
    {
      id: 'runs',
      task: 'private-app',
      points: 10,
      needs: ['follows'],
      about: [pods(), deployments('ledger'), deploymentConfigs('ledger')],
      check: podsOf('ledger').run(ledgerImage),
      seeWith: 'oc get pods',
      diagnoses: [
        mistakes.scaledToZero(followed),
        mistakes.paused(followed),
        mistakes.linkedTooLate({ ...link, ...followed }, 4),
        otherwise(mistakes.rolloutUnfinished(followed)),
      ],
    },
    {
      id: 'lookup',
      task: 'short-names',
      points: 5,
      about: [imageStreams('keycloak')],
      check: all(keycloak.looksUpLocally, not(imageStream('shop').looksUpLocally)),
      seeWith: 'oc set image-lookup',
      diagnoses: [mistakes.lookupOff({ stream: 'keycloak' }), { when: always, say: 'shop-looked-up', guide: 'local-lookup#switch-it-on', points: 2 }],
    },
    {
      id: 'short-name',
      task: 'short-names',
      points: 10,
      about: [deployments('sso'), deploymentConfigs('sso')],
      check: all(sso.runsTag('keycloak', '20.0.3'), sso.isAvailable),
      seeWith: 'oc get deployment sso -o wide',
      diagnoses: [
        mistakes.appElsewhere(shortName),
        mistakes.appMissing(shortName),
        mistakes.lookupTooLate(shortName, 3),
        { when: sso.names(/^[^@]*$/), say: 'written-in-full', guide: 'short-names-in-workloads#a-deployment', points: 3 },
        { when: not(sso.runsTag('keycloak', '20.0.3')), say: 'other-keycloak', guide: 'short-names-in-workloads#the-digest-is-in-the-object', points: 3 },
        otherwise(mistakes.notReady(shortName, 5)),
      ],
    },
    {
      id: 'promoted',
      task: 'promotion',
      points: 8,
      about: [imageStreams('shop'), deployments('shop')],
      check: all(prod.tracks('2.0'), shop.follows('shop', 'prod'), podsOf('shop').run(newer)),
      seeWith: 'oc describe imagestream shop',
      diagnoses: [
        mistakes.imageByHand(promoted),
        mistakes.copyForAlias(promoted, 5),
        mistakes.importedForAlias(promoted, 4),
        mistakes.aliasOfOther(promoted),
        mistakes.triggerOtherTag(promoted, 2),
        mistakes.triggerMissing(promoted, 2),
        mistakes.paused(promoted, 2),
        otherwise(mistakes.rolloutUnfinished(promoted, 2)),
      ],
    },
    {
      id: 'last-good',
      task: 'promotion',
      points: 7,
      about: [imageStreams('shop')],
      check: all(lastGood.holds(older), lastGood.isDeclared, not(any(lastGood.isAlias, lastGood.isImportedFrom(`${shopSource}:1.0`)))),
      seeWith: 'oc get istag shop:last-good',
      diagnoses: [
        mistakes.tagReversed(kept),
        mistakes.tagMissing(kept),
        mistakes.aliasForCopy(kept, 3),
        mistakes.tagOtherImage(kept),
        { when: always, say: 'last-good-imported', guide: 'aliases-and-promotion#alias-or-copy', points: 4 },
      ],
    },
    {
      id: 'source',
      task: 'repair',
      points: 7,
      about: [imageStreamTags('reports', '1.0')],
      check: all(report.holds(reportsImage), report.isImportedFrom(reportsSource)),
      seeWith: 'oc describe imagestream reports',
      diagnoses: [
        mistakes.streamMissing(mended),
        mistakes.sourceNotChanged(mended),
        { when: report.importFailed(), say: 'source-mistyped', guide: 'troubleshoot-imports#not-found' },
        otherwise(mistakes.otherSource(mended)),
      ],
    },
    {
      id: 'mended',
      task: 'repair',
      points: 8,
      about: [deployments('reports'), pods()],
      check: all(reports.follows('reports', '1.0'), not(reports.isPaused), podsOf('reports').run(reportsImage)),
      seeWith: 'oc set triggers deployment/reports',
      diagnoses: [
        mistakes.appMissing(mended),
        mistakes.triggerManual(mended),
        mistakes.triggerMissing(mended, 2),
        mistakes.paused(mended, 2),
        { when: always, say: 'reports-waiting', guide: 'follow-a-rollout#stuck', points: 2 },
      ],
    },
  ],
  solution: [
    `oc create secret docker-registry registry-login --docker-server=${registry} --docker-username=developer --docker-password=developer`,
    'oc secrets link default registry-login --for=pull',
    `oc import-image ledger:1.0 --confirm --scheduled --from=${ledgerSource}`,
    'oc tag --alias ledger:1.0 ledger:stable',
    'oc new-app -i ledger:stable --name=ledger',
    'oc set image-lookup keycloak',
    'oc create deployment sso --image=keycloak:20.0.3',
    'oc tag shop:1.0 shop:last-good',
    'oc tag --alias shop:2.0 shop:prod',
    `oc tag ${reportsSource} reports:1.0`,
    'oc set triggers deployment/reports --auto',
    'oc rollout status deployment/reports',
  ],
  ways: [],
});
