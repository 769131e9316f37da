import type { AtlasCases } from './atlas-case.ts';

const build = { build: 'shop', input: 'php:8.0-ubi9', output: 'shop:latest' };
const newBuild = 'oc new-build php:8.0-ubi9~https://github.com/sclorg/cakephp-ex.git --name=shop';
const config = (from: string, more = '') => `oc apply -f - <<'EOF'
apiVersion: build.openshift.io/v1
kind: BuildConfig
metadata:
  name: shop
spec:
  source: { type: Git, git: { uri: "https://github.com/sclorg/cakephp-ex.git" } }
  strategy: { type: Source, sourceStrategy: { from: ${from} } }
  output: { to: { kind: ImageStreamTag, name: "shop:latest" } }${more}
EOF`;
const builder = '{ kind: ImageStreamTag, name: "php:8.0-ubi9", namespace: openshift }';

const service = 'image-registry.openshift-image-registry.svc:5000';
const route = 'default-route-openshift-image-registry.apps.ocp4.example.com';
const exposed = {
  setup: [
    { run: `oc patch configs.imageregistry.operator.openshift.io/cluster --type=merge -p '{"spec":{"defaultRoute":true}}'`, as: 'admin' },
    { pass: '30s' },
  ],
};
const pulled = [`podman login -u developer -p $(oc whoami -t) ${route}`, 'podman pull quay.io/myorg/myapp:1.0'];
const push = `podman push quay.io/myorg/myapp:1.0 ${route}/demo/web:1.0`;

const admin = { user: 'admin', files: { 'ca.crt': 'certificate\n' } };
const trust = { map: 'registry-cas', key: 'registry.ocp4.example.com..8443' };
const makeMap = 'oc create configmap registry-cas -n openshift-config --from-file=registry.ocp4.example.com..8443=ca.crt';
const name = (map: string) => `oc patch image.config.openshift.io/cluster --type=merge -p '{"spec":{"additionalTrustedCA":{"name":"${map}"}}}'`;

const pulling = { from: 'images', to: 'demo', user: 'student' };
const images = { setup: [{ run: 'oc new-project images' }, { run: 'oc project demo' }] };
const grant = (whom: string, where: string) => `oc policy add-role-to-user system:image-puller ${whom} -n ${where}`;
const account = 'system:serviceaccount:demo:default';

export const buildCases: AtlasCases = {
  'build-missing': { values: build, recognised: ['oc create is shop'], otherwise: [newBuild] },
  'build-past-stream': {
    values: build,
    recognised: [config('{ kind: DockerImage, name: "registry.access.redhat.com/ubi9/php-80:latest" }')],
    otherwise: [config(builder)],
  },
  'build-other-input': { values: build, recognised: [newBuild.replace('8.0-ubi9', 'latest')], otherwise: [config(builder)] },
  'build-other-output': { values: build, recognised: [`${newBuild} --to=shop:1.0`], otherwise: [newBuild] },
  'build-not-triggered': {
    values: build,
    recognised: [config(builder, '\n  triggers: [{ type: ConfigChange }]')],
    otherwise: [config(builder, '\n  triggers: [{ type: ImageChange }]')],
  },
  'build-never-ran': {
    values: build,
    recognised: ['oc create is shop', config(builder)],
    otherwise: ['oc create is shop', config(builder), 'oc start-build shop', 'sleep 60'],
  },
  'kind-missing': {
    values: build,
    recognised: [config(builder).replace('kind: BuildConfig\n', '')],
    otherwise: [config(builder).replace('build.openshift.io/v1', 'build/v9')],
  },
};

export const registryCases: AtlasCases = {
  'pushed-from-outside': {
    values: {},
    scenario: exposed,
    recognised: [`podman push quay.io/myorg/myapp:1.0 ${service}/demo/web:1.0`],
    otherwise: [...pulled, push.replace(route, service), push],
  },
  'import-after-push': {
    values: { stream: 'web' },
    scenario: exposed,
    given: [...pulled, push],
    recognised: ['oc import-image web:1.0'],
    otherwise: ['oc get is web'],
  },
  'oc-push': { values: {}, scenario: exposed, recognised: [`oc push ${route}/demo/web:1.0`], otherwise: [`oc push ${route}/demo/web:1.0`, ...pulled, push] },
  'ca-map-elsewhere': {
    values: trust,
    scenario: admin,
    recognised: [makeMap.replace(' -n openshift-config', '')],
    otherwise: [makeMap.replace('registry-cas', 'cas')],
  },
  'ca-map-missing': { values: trust, scenario: admin, recognised: [makeMap.replace('registry-cas', 'cas')], otherwise: [makeMap] },
  'ca-key-without-port': { values: trust, scenario: admin, recognised: [makeMap.replace('..8443', '')], otherwise: [makeMap] },
  'ca-not-named': { values: trust, scenario: admin, given: [makeMap], recognised: [name('registry-ca')], otherwise: [name('registry-cas')] },
};

export const accessCases: AtlasCases = {
  'puller-reversed': { values: pulling, scenario: images, recognised: [grant(account, 'demo')], otherwise: [grant(account, 'demo'), grant(account, 'images')] },
  'puller-to-user': { values: pulling, scenario: images, recognised: [grant('student', 'images')], otherwise: [grant('student', 'demo')] },
  'puller-other-account': {
    values: pulling,
    scenario: images,
    recognised: [grant('system:serviceaccount:demo:builder', 'images')],
    otherwise: ['oc policy add-role-to-group system:image-puller system:serviceaccounts:demo -n images'],
  },
  'puller-own-account': {
    values: pulling,
    scenario: images,
    recognised: [grant('system:serviceaccount:images:default', 'images')],
    otherwise: [grant('system:serviceaccount:images:default', 'images'), grant(account, 'images')],
  },
  'puller-everyone': {
    values: pulling,
    scenario: images,
    recognised: ['oc policy add-role-to-group system:image-puller system:authenticated -n images'],
    otherwise: ['oc policy add-role-to-group system:image-puller system:serviceaccounts:demo -n images'],
  },
  'puller-missing': { values: pulling, scenario: images, recognised: [grant('student', 'images')], otherwise: [grant(account, 'images')] },
};
