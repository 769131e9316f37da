import type { AtlasCases } from './atlas-case.ts';

const alias = { stream: 'web', tag: 'prod', target: '1.0' };
const imported = ['oc import-image web:1.0 --from=quay.io/myorg/myapp:1.0 --confirm', 'oc import-image web:2.0 --from=quay.io/myorg/myapp:2.0 --confirm'];
const short = { stream: 'web', app: 'shop' };
const shortly = 'oc create deployment shop --image=web:1.0';
const lookup = 'oc set image-lookup web';
const following = { app: 'shop', stream: 'web', tag: 'prod' };
const deployed = [...imported, 'oc tag web:1.0 web:prod', 'oc new-app -i web:prod --name=shop'];

export const tagCases: AtlasCases = {
  'alias-across-streams': {
    values: alias,
    given: [...imported, 'oc create is shop'],
    recognised: ['oc tag --alias openshift/php:latest web:prod'],
    otherwise: ['oc tag --alias openshift/php:latest shop:prod'],
  },
  'copy-for-alias': { values: alias, given: imported, recognised: ['oc tag web:1.0 web:prod'], otherwise: ['oc tag --alias web:1.0 web:prod'] },
  'alias-of-other': { values: alias, given: imported, recognised: ['oc tag --alias web:2.0 web:prod'], otherwise: ['oc tag web:2.0 web:prod'] },
  'imported-for-alias': {
    values: alias,
    given: imported,
    recognised: ['oc import-image web:prod --from=quay.io/myorg/myapp:1.0 --confirm'],
    otherwise: ['oc tag web:1.0 web:prod'],
  },
  'lookup-off': { values: short, given: imported, recognised: [lookup, `${lookup} --enabled=false`], otherwise: [lookup] },
  'lookup-still-on': { values: short, given: imported, recognised: [lookup], otherwise: [lookup, `${lookup} --enabled=false`] },
  'lookup-too-late': { values: short, given: imported, recognised: [shortly, lookup], otherwise: [lookup, shortly] },
  'lookup-on-the-stream': { values: short, given: [...imported, shortly], recognised: [lookup], otherwise: ['oc set image-lookup deploy/shop'] },
  'tag-other-image': {
    values: { ...following, source: 'quay.io/myorg/myapp:2.0' },
    given: deployed,
    recognised: ['oc get is web'],
    otherwise: ['oc tag web:2.0 web:prod'],
  },
  'copy-for-source': {
    values: { ...following, source: 'quay.io/myorg/myapp:2.0' },
    given: imported,
    recognised: ['oc tag web:2.0 web:prod'],
    otherwise: ['oc tag quay.io/myorg/myapp:2.0 web:prod'],
  },
  'alias-for-copy': { values: following, given: imported, recognised: ['oc tag --alias web:1.0 web:prod'], otherwise: ['oc tag web:1.0 web:prod'] },
  'image-by-hand': {
    values: following,
    given: deployed,
    recognised: ['oc set image deploy/shop web=quay.io/myorg/myapp:2.0'],
    otherwise: ['oc tag web:2.0 web:prod'],
  },
  'restart-for-import': { values: following, given: deployed, recognised: ['oc rollout restart deploy/shop'], otherwise: ['oc rollout restart deploy/other'] },
  paused: {
    values: following,
    given: deployed,
    recognised: ['oc rollout pause deploy/shop'],
    otherwise: ['oc set triggers deploy/shop --manual --from-image=web:prod -c web'],
  },
  'rollout-unfinished': {
    values: following,
    given: deployed,
    recognised: ['oc set image deploy/shop web=quay.io/myorg/no-such:1.0'],
    otherwise: ['oc rollout pause deploy/shop'],
  },
};
