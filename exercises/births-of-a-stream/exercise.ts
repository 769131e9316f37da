import {
  all,
  always,
  defineExercise,
  deploymentConfigs,
  deployments,
  type FeedbackOf,
  failed,
  imageStream,
  imageStreams,
  isThere,
  ladders,
  mistakes,
  not,
  otherwise,
  services,
  streamTag,
  workload,
} from '../../src/grading/index.ts';
import type messages from './messages/en.json';

const nginx = { host: 'docker.io', repository: 'library/nginx', tag: 'latest' };
const lighttpd = { host: 'docker.io', repository: 'gists/lighttpd', tag: 'latest' };
const customServer = { host: 'quay.io', repository: 'myorg/custom-server', tag: '1.0' };
const keycloak = { host: 'quay.io', repository: 'keycloak/keycloak', tag: '19.0' };

const nginxTag = streamTag('nginx', 'latest');
const pushedTag = streamTag('custom-server', '1.0');
const keycloakStays = all(streamTag('keycloak', '19.0').holds(keycloak), streamTag('keycloak', '19.0').isDeclared);
const app = workload('lighttpd');

const imported = { stream: 'nginx', tag: 'latest', source: 'docker.io/library/nginx:latest' };
const created = { app: 'lighttpd', stream: 'lighttpd', tag: 'latest' };
const pushed = { stream: 'custom-server', tag: '1.0' };

const exposeRegistry = `oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge -p '{"spec":{"defaultRoute":true}}'`;

/** Three image streams, born in three ways, and the end of a fourth one. */
export default defineExercise<FeedbackOf<typeof messages>>({
  id: 'births-of-a-stream',
  guides: ['where-streams-come-from', 'push-to-the-internal-registry', 'clean-up'],
  scenario: {
    user: 'developer',
    project: 'births',
    setup: [
      { run: exposeRegistry, as: 'admin' },
      { run: 'oc import-image keycloak:19.0 --from=quay.io/keycloak/keycloak:19.0 --confirm' },
      { run: 'oc new-app --name=trial --image=quay.io/jason_wong76/webserver' },
      { pass: '3m' },
    ],
  },
  goals: [
    {
      id: 'imported',
      points: 20,
      about: [imageStreams('nginx')],
      check: all(nginxTag.isImportedFrom(imported.source), nginxTag.holds(nginx)),
      seeWith: 'oc describe imagestream nginx',
      diagnoses: [
        ...ladders.noStream(imported),
        mistakes.streamEmpty(imported, 5),
        mistakes.tagMissing(imported, 5),
        mistakes.tagUndeclared(imported, 10),
        mistakes.otherSource(imported, 5),
        otherwise(mistakes.tagOtherImage(imported, 10)),
      ],
    },
    {
      id: 'created',
      points: 25,
      about: [deployments('lighttpd'), deploymentConfigs('lighttpd'), imageStreams('lighttpd')],
      check: all(
        imageStream('lighttpd').holds(lighttpd),
        app.follows('lighttpd'),
        app.triggersOwnContainer,
        not(app.isPaused),
        app.runs(lighttpd),
        app.isAvailable,
      ),
      seeWith: 'oc describe deployment lighttpd',
      diagnoses: [
        mistakes.appElsewhere(created),
        mistakes.appMissing(created),
        mistakes.pastTheStream(created, 10),
        { ...mistakes.triggerMissing(created, 10), when: not(app.isTriggeredBy('lighttpd')) },
        { ...mistakes.triggerManual(created, 15), when: not(app.follows('lighttpd')) },
        mistakes.triggerNoPlace(created, 10),
        mistakes.paused(created, 15),
        { when: not(app.runs(lighttpd)), say: 'lighttpd-other-image', points: 10 },
        otherwise(mistakes.notReady(created, 15)),
      ],
    },
    {
      id: 'pushed',
      points: 30,
      about: [imageStreams('custom-server')],
      check: all(pushedTag.isInInternalRegistry, pushedTag.holds(customServer)),
      seeWith: 'oc describe imagestream custom-server',
      diagnoses: [
        { when: all(pushedTag.holds(customServer), not(pushedTag.isInInternalRegistry)), say: 'imported-instead', points: 10 },
        { when: pushedTag.exists, say: 'pushed-other-image', points: 15 },
        mistakes.streamElsewhere(pushed, 10),
        mistakes.tagMissing(pushed, 15),
        mistakes.ocPush(pushed),
        mistakes.pushedFromOutside(pushed),
        { when: failed(/^\s*(?:podman|docker|skopeo)\s+(?:push|copy)\b/), say: 'push-refused' },
        otherwise(mistakes.streamMissing(pushed)),
      ],
    },
    {
      id: 'cleaned',
      points: 25,
      about: [deployments('trial'), services('trial'), imageStreams('trial'), imageStreams('keycloak')],
      check: all(not(isThere(deployments('trial'))), not(isThere(services('trial'))), not(isThere(imageStreams('trial'))), keycloakStays),
      seeWith: 'oc get all',
      diagnoses: [
        { when: not(keycloakStays), say: 'keycloak-gone' },
        { when: all(isThere(deployments('trial')), isThere(imageStreams('trial'))), say: 'trial-there' },
        { when: isThere(deployments('trial')), say: 'trial-runs', points: 10 },
        { when: always, say: 'trial-left-over', points: 10 },
      ],
    },
  ],
  solution: [
    'oc import-image nginx --confirm',
    'oc new-app gists/lighttpd',
    'REGISTRY=$(oc registry info --public)',
    'podman login -u $(oc whoami) -p $(oc whoami -t) $REGISTRY',
    'podman pull quay.io/myorg/custom-server:1.0',
    'podman push quay.io/myorg/custom-server:1.0 $REGISTRY/births/custom-server:1.0',
    'oc delete all -l app=trial',
    'oc get imagestreams',
  ],
  ways: [
    {
      id: 'skopeo',
      commands: [
        'oc tag docker.io/library/nginx:latest nginx:latest',
        'oc new-app --name=lighttpd --image=docker.io/gists/lighttpd:latest',
        `skopeo copy --dest-creds=developer:$(oc whoami -t) \\
  docker://quay.io/myorg/custom-server:1.0 \\
  docker://$(oc registry info --public)/births/custom-server:1.0`,
        'oc delete deployment,service,imagestream trial',
      ],
    },
  ],
});
