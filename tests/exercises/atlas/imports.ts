import type { AtlasCases } from './atlas-case.ts';

const from = '--from=quay.io/myorg/myapp:1.0 --confirm';
const values = { stream: 'web', tag: '1.0', source: 'quay.io/myorg/myapp:1.0' };
const imported = `oc import-image web:1.0 ${from}`;
const push = { push: 'quay.io/myorg/myapp:1.0', variant: 'b' };
const withStatus = `oc apply -f - <<'EOF'
apiVersion: image.openshift.io/v1
kind: ImageStream
metadata:
  name: web
status:
  dockerImageRepository: quay.io/myorg/myapp
  tags:
  - tag: "1.0"
EOF`;

export const importCases: AtlasCases = {
  'stream-elsewhere': { values, recognised: ['oc new-project other', imported], otherwise: ['oc create is webserver', 'oc get is web -n openshift'] },
  'without-confirm': {
    values,
    recognised: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:1.0'],
    otherwise: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:1.0', imported, 'oc delete is web'],
  },
  'dry-run-taken-for-import': { values, recognised: [`${imported} --dry-run`], otherwise: ['oc create is other --dry-run=client'] },
  'scheduled-on-create': { values, recognised: ['oc create is web --scheduled'], otherwise: ['oc create is web --scheduled', `${imported} --scheduled`] },
  'stream-missing': { values, recognised: ['oc create is website'], otherwise: ['oc create is web'] },
  'import-unauthorized': {
    values,
    recognised: ['oc import-image web:1.0 --from=registry.ocp4.example.com:8443/developer/custom-server:1.0 --confirm'],
    otherwise: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:9.9 --confirm'],
  },
  'import-not-found': {
    values,
    recognised: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:9.9 --confirm'],
    otherwise: ['oc import-image web:1.0 --from=registry.ocp4.example.com:8443/developer/custom-server:1.0 --confirm'],
  },
  'import-failed': {
    values,
    recognised: ['oc import-image web:1.0 --from=registry.spacedev.com/web:1.0 --confirm'],
    otherwise: ['oc import-image web:2.0 --from=registry.spacedev.com/web:2.0 --confirm'],
  },
  'stream-empty': { values, recognised: ['oc create is web'], otherwise: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:9.9 --confirm'] },
  'tag-from-source': { values, recognised: [`oc import-image web ${from}`], otherwise: ['oc import-image web --from=quay.io/myorg/myapp:2.0 --confirm'] },
  'tag-missing': { values, recognised: [`oc import-image web:2.0 ${from}`], otherwise: [imported] },
  'tag-undeclared': {
    values,
    given: [imported],
    recognised: ['oc patch is web --type=json -p \'[{"op":"remove","path":"/spec/tags"}]\''],
    otherwise: ['oc tag -d web:1.0'],
  },
  'other-source': {
    values,
    recognised: ['oc tag quay.io/myorg/myapp:2.0 web:1.0'],
    otherwise: [imported],
  },
  'tag-reversed': {
    values,
    recognised: ['oc tag web:1.0 quay.io/myorg/myapp:1.0'],
    otherwise: ['oc tag quay.io/myorg/myapp:9.9 web:1.0'],
  },
  'istag-not-updated': {
    values,
    given: [imported],
    recognised: ['oc create istag web:1.0 --from-image=quay.io/myorg/myapp:2.0'],
    otherwise: ['oc create istag web:2.0 --from-image=quay.io/myorg/myapp:2.0'],
  },
  'source-not-changed': {
    values,
    given: [imported],
    recognised: ['oc import-image web:1.0 --from=quay.io/myorg/myapp:2.0'],
    otherwise: ['oc import-image web:2.0 --from=quay.io/myorg/myapp:9.9 --confirm'],
  },
  'stale-tag': {
    values,
    scenario: { timeline: [{ after: '1m', ...push }] },
    given: [imported, 'sleep 70'],
    recognised: ['oc get is web'],
    otherwise: ['oc import-image web:1.0'],
  },
  'not-all-tags': {
    values,
    recognised: [imported, 'oc import-image web --from=quay.io/myorg/myapp --all --no-such-flag'],
    otherwise: ['oc import-image web --from=quay.io/myorg/myapp --all --confirm'],
  },
  'status-by-hand': { values, recognised: [withStatus], otherwise: [withStatus.replace(/status:[\s\S]*(?=EOF)/, '')] },
  'not-scheduled': { values, recognised: [imported], otherwise: [`${imported} --scheduled`] },
  'still-scheduled': {
    values,
    given: [`${imported} --scheduled`],
    recognised: ['oc import-image web:1.0'],
    otherwise: ['oc tag quay.io/myorg/myapp:1.0 web:1.0'],
  },
  'not-referenced-locally': { values, recognised: [imported], otherwise: [`${imported} --reference-policy=local`] },
  'insecure-instead': { values, recognised: [`${imported} --insecure`], otherwise: [imported] },
};
