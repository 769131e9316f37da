import type { AtlasCases } from './atlas-case.ts';

const values = { app: 'shop', stream: 'web', tag: '1.0', container: 'shop' };
const imported = ['oc import-image web:1.0 --from=quay.io/myorg/myapp:1.0 --confirm', 'oc import-image web:2.0 --from=quay.io/myorg/myapp:2.0 --confirm'];
const newApp = 'oc new-app -i web:1.0 --name=shop';
const newConfig = `${newApp} --as-deployment-config`;
const create = 'oc create deployment shop --image=quay.io/myorg/myapp:1.0';
const deployed = [...imported, newApp];
const wait = 'sleep 20';

export const workloadCases: AtlasCases = {
  'app-elsewhere': { values, recognised: ['oc new-project other', create], otherwise: ['oc create deployment other --image=quay.io/myorg/myapp:1.0'] },
  'app-other-name': {
    values,
    given: imported,
    recognised: [newApp.replace('shop', 'store')],
    otherwise: ['oc create deployment store --image=quay.io/keycloak/keycloak:19.0'],
  },
  'app-other': { values, recognised: [create.replace('shop', 'store')], otherwise: ['oc run shop --image=quay.io/myorg/myapp:1.0'] },
  'app-missing': { values, recognised: ['oc get deployments'], otherwise: [create] },
  'deploymentconfig-instead': { values, given: imported, recognised: [newConfig], otherwise: [newApp] },
  'deployment-instead': { values, given: imported, recognised: [newApp], otherwise: [newConfig] },
  'past-the-stream': { values, given: imported, recognised: [create], otherwise: [create, 'oc set triggers deploy/shop --from-image=web:2.0 -c myapp'] },
  'trigger-missing': { values, given: imported, recognised: [create], otherwise: [newApp] },
  'trigger-other-tag': { values, given: imported, recognised: [newApp.replace('1.0', '2.0')], otherwise: [create] },
  'trigger-manual': {
    values,
    given: deployed,
    recognised: ['oc set triggers deploy/shop --manual --from-image=web:1.0 -c web'],
    otherwise: ['oc set triggers deploy/shop --remove --from-image=web:1.0'],
  },
  'trigger-still-automatic': {
    values,
    given: deployed,
    recognised: ['oc get deploy'],
    otherwise: ['oc set triggers deploy/shop --manual --from-image=web:1.0 -c web'],
  },
  'trigger-wrong-container': {
    values: { ...values, container: 'web' },
    given: [...imported, newConfig],
    recognised: [`oc patch dc/shop --type=json -p '[{"op":"replace","path":"/spec/triggers/1/imageChangeParams/containerNames","value":["shop"]}]'`],
    otherwise: ['oc set triggers dc/shop --from-image=web:2.0 -c web'],
  },
  'trigger-no-place': {
    values,
    given: [...imported, newConfig],
    recognised: [`oc patch dc/shop --type=json -p '[{"op":"replace","path":"/spec/triggers/1/imageChangeParams/containerNames","value":["shop"]}]'`],
    otherwise: ['oc set triggers dc/shop --manual'],
  },
  'two-triggers': {
    values,
    given: [...imported, newConfig],
    recognised: ['oc set triggers dc/shop --from-image=web:2.0 -c web'],
    otherwise: ['oc set triggers dc/shop --remove --from-image=web:1.0', 'oc set triggers dc/shop --from-image=web:2.0 -c web'],
  },
  'containers-missing': {
    values,
    given: [...imported, create],
    recognised: ['oc set triggers deploy/shop --from-image=web:1.0'],
    otherwise: ['oc set triggers deploy/shop --from-image=web:1.0', 'oc set triggers deploy/shop --from-image=web:2.0 --containers=myapp'],
  },
  'dc-addressed': { values, given: deployed, recognised: ['oc set triggers dc/shop'], otherwise: ['oc get dc', 'oc set triggers dc/other'] },
  'paused-by-remove-all': { values, given: deployed, recognised: ['oc set triggers deploy/shop --remove-all'], otherwise: ['oc rollout pause deploy/shop'] },
  'undo-undone': {
    values,
    given: [...deployed, wait, 'oc tag quay.io/myorg/myapp:2.0 web:1.0', wait],
    recognised: ['oc rollout undo deploy/shop', wait],
    otherwise: ['oc tag quay.io/myorg/myapp:1.0 web:1.0', wait],
  },
  'undo-disabled': {
    values,
    given: [...imported, newConfig, wait, 'oc tag quay.io/myorg/myapp:2.0 web:1.0', wait],
    recognised: ['oc rollout undo dc/shop', wait],
    otherwise: ['oc set triggers dc/shop --manual --from-image=web:1.0 -c web'],
  },
  'scaled-to-zero': { values, given: deployed, recognised: ['oc scale deploy/shop --replicas=0'], otherwise: ['oc rollout pause deploy/shop'] },
  'pull-fails': { values, recognised: [create.replace('1.0', '9.9'), wait], otherwise: [create, wait] },
  'not-ready': { values, recognised: [create.replace('1.0', '9.9'), wait], otherwise: [create, wait] },
};
