import type { AtlasCases } from './atlas-case.ts';

const registry = 'registry.ocp4.example.com:8443';
const values = { secret: 'login', server: registry, username: 'developer', password: 'developer', account: 'default' };
const make = `oc create secret docker-registry login --docker-server=${registry} --docker-username=developer --docker-password=developer`;
const link = 'oc secrets link default login --for=pull';
const deploy = [`oc import-image web:1.0 --from=${registry}/developer/custom-server:1.0 --confirm`, 'oc new-app -i web:1.0 --name=web'];

export const secretCases: AtlasCases = {
  'secret-elsewhere': { values, recognised: ['oc new-project other', make], otherwise: ['oc new-project other', make, 'oc project demo', make] },
  'secret-other-name': { values, recognised: [make.replace(' login ', ' quay ')], otherwise: [make.replace(' login ', ' quay ').replace(':8443', '')] },
  'podman-login-instead': {
    values,
    recognised: [`podman login -u developer -p developer ${registry}`],
    otherwise: [`podman login -u developer -p developer ${registry}`, make],
  },
  'secret-missing': { values, recognised: ['oc get secrets'], otherwise: ['oc create secret generic login --from-literal=a=b'] },
  'secret-wrong-type': { values, recognised: ['oc create secret generic login --from-literal=username=developer'], otherwise: [make.replace(':8443', '')] },
  'secret-wrong-server': { values, recognised: [make.replace(':8443', '')], otherwise: ['oc create secret generic login --from-literal=username=developer'] },
  'secret-wrong-login': { values, recognised: [make.replace('password=developer', 'password=wrong')], otherwise: [make] },
  'linked-for-mount': { values, recognised: [make, 'oc secrets link default login'], otherwise: [make, 'oc secrets link default login --for=pull,mount'] },
  'linked-to-other': { values, recognised: [make, link.replace('default', 'builder')], otherwise: [make, 'oc secrets link builder login'] },
  'not-linked': { values, recognised: [make, 'oc secrets link default login'], otherwise: [make, link] },
  'linked-too-late': {
    values: { ...values, app: 'web' },
    given: [make],
    recognised: [...deploy, 'sleep 20', link],
    // the pod has the secret, and fails for another reason
    otherwise: [link, ...deploy, 'oc set image deploy/web web=quay.io/myorg/no-such:1.0', 'sleep 20'],
  },
};
