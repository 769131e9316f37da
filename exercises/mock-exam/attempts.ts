import { defineAttempts } from '../../src/grading/index.ts';

const registry = 'registry.ocp4.example.com:8443';
const image = `${registry}/developer/custom-server`;

const secret = `oc create secret docker-registry registry-login --docker-server=${registry} --docker-username=developer --docker-password=developer`;
const link = 'oc secrets link default registry-login --for=pull';
const imported = `oc import-image ledger:1.0 --confirm --scheduled --from=${image}:1.0`;
const alias = 'oc tag --alias ledger:1.0 ledger:stable';
const ledger = 'oc new-app -i ledger:stable --name=ledger';
const lookup = 'oc set image-lookup keycloak';
const sso = 'oc create deployment sso --image=keycloak:20.0.3';
const keep = 'oc tag shop:1.0 shop:last-good';
const promote = 'oc tag --alias shop:2.0 shop:prod';
const source = 'oc tag quay.io/myorg/custom-server:1.0 reports:1.0';
const restart = 'oc set triggers deployment/reports --auto';

const right = [secret, link, imported, alias, ledger, lookup, sso, keep, promote, source, restart];
/** The right way with some of its commands replaced; none means left out. */
const but = (...changes: readonly (readonly [string, ...string[]])[]): readonly string[] =>
  right.flatMap((command) => changes.find(([old]) => old === command)?.slice(1) ?? [command]);

const stream = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: ledger
spec:
  tags:
  - name: "1.0"
    from:
      kind: DockerImage
      name: ${image}:1.0
    importPolicy:
      scheduled: true
  - name: stable
    from:
      kind: ImageStreamTag
      name: "1.0"
EOF`;

export default defineAttempts({
  accepted: {
    'declared and patched': [
      secret,
      `oc patch serviceaccount default -p '{"imagePullSecrets":[{"name":"registry-login"}]}'`,
      stream,
      `oc create deployment ledger --image=${image}:1.0`,
      'oc set triggers deployment/ledger --from-image=ledger:stable --containers=custom-server',
      `oc patch imagestream keycloak -p '{"spec":{"lookupPolicy":{"local":true}}}'`,
      'oc new-app -i keycloak:20.0.3 --name=sso',
      `good=$(oc get istag shop:prod -o jsonpath='{.image.metadata.name}'); oc tag shop@$good shop:last-good`,
      `oc patch imagestream shop -p '{"spec":{"tags":[{"name":"prod","from":{"kind":"ImageStreamTag","name":"2.0"}}]}}'`,
      `oc patch imagestream reports --type=json -p '[{"op":"replace","path":"/spec/tags/0/from/name","value":"quay.io/myorg/custom-server:1.0"}]'`,
      'oc import-image reports:1.0',
      'oc rollout resume deployment/reports',
      'oc set triggers deployment/reports --auto --from-image=reports:1.0 --containers=custom-servre',
    ],
    'the repair first, made anew': [
      'oc delete imagestream/reports deployment/reports',
      'oc import-image reports:1.0 --confirm --from=quay.io/myorg/custom-server:1.0',
      'oc new-app -i reports:1.0 --name=reports',
      promote,
      keep,
      secret,
      link,
      `oc tag --scheduled ${image}:1.0 ledger:1.0`,
      alias,
      ledger,
      lookup,
      sso,
    ],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc describe imagestream reports'], misses: 'login', says: 'mistake:secret-missing' },
    'in a project of its own': { run: ['oc new-project exam', secret], misses: 'login', says: 'mistake:secret-elsewhere' },
    'another name for the secret': {
      run: but([secret, secret.replace('registry-login', 'quay')], [link, 'oc secrets link default quay --for=pull']),
      misses: 'login',
      says: 'mistake:secret-other-name',
    },
    'podman login taken for the secret': {
      run: but([secret, `podman login -u developer -p developer ${registry}`], [link]),
      misses: 'login',
      says: 'mistake:podman-login-instead',
    },
    'a generic secret': {
      run: but([secret, 'oc create secret generic registry-login --from-literal=username=developer --from-literal=password=developer']),
      misses: 'login',
      says: 'mistake:secret-wrong-type',
    },
    'the registry without its port': { run: but([secret, secret.replace(':8443', '')]), misses: 'login', says: 'mistake:secret-wrong-server' },
    'a mistyped password': {
      run: but([secret, secret.replace('password=developer', 'password=develper')]),
      misses: 'login',
      says: 'mistake:secret-wrong-login',
    },
    'the secret never linked': { run: but([link]), misses: 'link', says: 'mistake:not-linked' },
    'linked without --for=pull': { run: but([link, 'oc secrets link default registry-login']), misses: 'link', says: 'mistake:linked-for-mount' },
    'linked to the builder': { run: but([link, 'oc secrets link builder registry-login --for=pull']), misses: 'link', says: 'mistake:linked-to-other' },
    'the secret and no stream': { run: [secret, link], misses: 'imported', says: 'mistake:stream-missing' },
    'no --confirm': { run: [secret, link, imported.replace(' --confirm', '')], misses: 'imported', says: 'mistake:without-confirm' },
    'the stream in another project': {
      run: [secret, link, 'oc new-project elsewhere', secret, imported],
      misses: 'imported',
      says: 'mistake:stream-elsewhere',
    },
    'imported before there was a secret': {
      run: [imported.replace(' --scheduled', ''), secret, link],
      misses: 'imported',
      says: 'mistake:import-unauthorized',
    },
    'the tag left out': { run: but([imported, imported.replace(':1.0 --confirm', ' --confirm')]), misses: 'imported', says: 'mistake:tag-from-source' },
    'a tag that the registry does not have': {
      run: but([imported, imported.replace('custom-server:1.0', 'custom-server:1.1')]),
      misses: 'imported',
      says: 'mistake:import-failed',
    },
    'an empty image stream': { run: but([imported, 'oc create imagestream ledger']), misses: 'imported', says: 'mistake:tag-missing' },
    'the public image of the same name': {
      run: but([imported, 'oc import-image ledger:1.0 --confirm --scheduled --from=quay.io/myorg/custom-server:1.0']),
      misses: 'imported',
      says: 'mistake:other-source',
    },
    'no schedule': { run: but([imported, imported.replace(' --scheduled', '')]), misses: 'imported', says: 'mistake:not-scheduled' },
    'no tag stable': { run: [secret, link, imported], misses: 'alias', says: 'no-alias' },
    'a copy for the alias': { run: but([alias, 'oc tag ledger:1.0 ledger:stable']), misses: 'alias', says: 'mistake:copy-for-alias' },
    'the registry as the source of stable': { run: but([alias, `oc tag ${image}:1.0 ledger:stable`]), misses: 'alias', says: 'mistake:imported-for-alias' },
    'an alias of another tag': {
      run: but([alias, `oc tag ${image}:2.0 ledger:2.0`, 'oc tag --alias ledger:2.0 ledger:stable']),
      misses: 'alias',
      says: 'mistake:alias-of-other',
    },
    'no application': { run: but([ledger]), misses: 'follows', says: 'mistake:app-missing' },
    'the application in another project': {
      run: but([ledger, 'oc new-project elsewhere', 'oc new-app -i mock-exam/ledger:stable --name=ledger', 'oc project mock-exam']),
      misses: 'follows',
      says: 'mistake:app-elsewhere',
    },
    'the application under another name': { run: but([ledger, 'oc new-app -i ledger:stable --name=books']), misses: 'follows', says: 'mistake:app-other-name' },
    'deployed past the stream': { run: but([ledger, `oc create deployment ledger --image=${image}:1.0`]), misses: 'follows', says: 'mistake:past-the-stream' },
    'deployed from the version': { run: but([ledger, 'oc new-app -i ledger:1.0 --name=ledger']), misses: 'follows', says: 'mistake:trigger-other-tag' },
    'the trigger switched off': {
      run: but([ledger, ledger, 'oc set triggers deployment/ledger --manual --from-image=ledger:stable -c ledger']),
      misses: 'follows',
      says: 'mistake:trigger-manual',
    },
    'the trigger of another stream': {
      run: but([ledger, 'oc new-app -i keycloak:20.0.3 --name=ledger']),
      misses: 'follows',
      says: 'mistake:trigger-missing',
    },
    'scaled to zero': { run: but([ledger, ledger, 'oc scale deployment/ledger --replicas=0']), misses: 'runs', says: 'mistake:scaled-to-zero' },
    'paused before it could start': {
      run: but([
        ledger,
        'oc create deployment ledger --image=nothing',
        'oc rollout pause deployment/ledger',
        'oc set triggers deployment/ledger --from-image=ledger:stable -c nothing',
      ]),
      misses: 'runs',
      says: 'mistake:paused',
    },
    'linked after the pod was made': { run: but([link], [ledger, ledger, link]), misses: 'runs', says: 'mistake:linked-too-late' },
    'a service account that does not exist': {
      run: but([
        ledger,
        'oc create deployment ledger --image=nothing',
        'oc set serviceaccount deployment/ledger robot',
        'oc set triggers deployment/ledger --from-image=ledger:stable -c nothing',
      ]),
      misses: 'runs',
      says: 'mistake:rollout-unfinished',
    },
    'no lookup': { run: but([lookup], [sso]), misses: 'lookup', says: 'mistake:lookup-off' },
    'the lookup of every stream': { run: but([lookup, 'oc set image-lookup --all']), misses: 'lookup', says: 'shop-looked-up' },
    'the lookup, and no sso': { run: but([sso]), misses: 'short-name', says: 'mistake:app-missing' },
    'sso in another project': {
      run: but([sso, 'oc new-project elsewhere', 'oc create deployment sso --image=quay.io/keycloak/keycloak:20.0.3', 'oc project mock-exam']),
      misses: 'short-name',
      says: 'mistake:app-elsewhere',
    },
    'sso written before the lookup was on': { run: but([lookup], [sso, sso, lookup]), misses: 'short-name', says: 'mistake:lookup-too-late' },
    'sso with the full name': {
      run: but([sso, 'oc create deployment sso --image=quay.io/keycloak/keycloak:20.0.3']),
      misses: 'short-name',
      says: 'written-in-full',
    },
    'sso from another stream': { run: but([sso, 'oc new-app -i shop:1.0 --name=sso']), misses: 'short-name', says: 'other-keycloak' },
    'sso scaled to zero': { run: but([sso, `${sso} --replicas=0`]), misses: 'short-name', says: 'mistake:not-ready' },
    'nothing promoted': { run: but([promote]), misses: 'promoted', says: 'mistake:alias-of-other' },
    'promoted with a copy': { run: but([promote, 'oc tag shop:2.0 shop:prod']), misses: 'promoted', says: 'mistake:copy-for-alias' },
    'promoted from the registry': { run: but([promote, 'oc tag quay.io/myorg/myapp:2.0 shop:prod']), misses: 'promoted', says: 'mistake:imported-for-alias' },
    'the image of shop written by hand': {
      run: but([promote, 'oc set image deployment/shop shop=quay.io/myorg/myapp:2.0']),
      misses: 'promoted',
      says: 'mistake:image-by-hand',
    },
    'the trigger of shop moved to the version': {
      run: but([
        promote,
        promote,
        'oc set triggers deployment/shop --remove --from-image=shop:prod',
        'oc set triggers deployment/shop --from-image=shop:2.0 -c shop',
      ]),
      misses: 'promoted',
      says: 'mistake:trigger-other-tag',
    },
    'the trigger of shop removed': {
      run: but([promote, promote, 'oc set triggers deployment/shop --remove --from-image=shop:prod']),
      misses: 'promoted',
      says: 'mistake:trigger-missing',
    },
    'shop paused': { run: but([promote, 'oc rollout pause deployment/shop', promote]), misses: 'promoted', says: 'mistake:paused' },
    'shop scaled to zero': { run: but([promote, promote, 'oc scale deployment/shop --replicas=0']), misses: 'promoted', says: 'mistake:rollout-unfinished' },
    'the version before not kept': { run: but([keep]), misses: 'last-good', says: 'mistake:tag-missing' },
    'the arguments of oc tag the wrong way round': { run: but([keep, 'oc tag shop:last-good shop:1.0']), misses: 'last-good', says: 'mistake:tag-reversed' },
    'an alias for the copy': { run: but([keep, 'oc tag --alias shop:1.0 shop:last-good']), misses: 'last-good', says: 'mistake:alias-for-copy' },
    'copied from prod too late': {
      run: but([keep], [promote, promote, 'oc tag shop:prod shop:last-good']),
      misses: 'last-good',
      says: 'mistake:tag-other-image',
    },
    'imported for the copy': { run: but([keep, 'oc tag quay.io/myorg/myapp:1.0 shop:last-good']), misses: 'last-good', says: 'last-good-imported' },
    'the stream of reports deleted': { run: but([source, 'oc delete imagestream reports']), misses: 'source', says: 'mistake:stream-missing' },
    'import-image for another source': {
      run: but([source, 'oc tag quay.io/myorg/myapp:1.0 reports:1.0', 'oc import-image reports:1.0 --from=quay.io/myorg/custom-server:1.0']),
      misses: 'source',
      says: 'mistake:source-not-changed',
    },
    'the import repeated': { run: but([source, 'oc import-image reports:1.0']), misses: 'source', says: 'source-mistyped' },
    'another image': { run: but([source, 'oc tag quay.io/myorg/myapp:1.0 reports:1.0']), misses: 'source', says: 'mistake:other-source' },
    'reports deleted': { run: but([restart, 'oc delete deployment reports']), misses: 'mended', says: 'mistake:app-missing' },
    'the source alone mended': { run: but([restart]), misses: 'mended', says: 'mistake:trigger-manual' },
    'resumed, the trigger left as it is': { run: but([restart, 'oc rollout resume deployment/reports']), misses: 'mended', says: 'mistake:trigger-manual' },
    'the image of reports written by hand': {
      run: but([restart, 'oc set triggers deployment/reports --remove-all', 'oc rollout resume deployment/reports']),
      misses: 'mended',
      says: 'mistake:trigger-missing',
    },
    'the trigger alone started': {
      run: but([restart, 'oc set triggers deployment/reports --auto --from-image=reports:1.0 -c custom-servre']),
      misses: 'mended',
      says: 'mistake:paused',
    },
    'reports scaled to zero': { run: but([restart, restart, 'oc scale deployment/reports --replicas=0']), misses: 'mended', says: 'reports-waiting' },
  },
});
