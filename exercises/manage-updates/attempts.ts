import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/myorg/myapp';
const one = `oc create istag myapp:1.0 --from-image=${source}:1.0`;
const two = `oc create istag myapp:2.0 --from-image=${source}:2.0`;
const stable = 'oc tag --alias myapp:1.0 myapp:stable';
const blog = 'oc new-app -i myapp:stable --name=blog';
const shop = 'oc new-app -i myapp:stable --name=shop';
const update = 'oc tag --alias myapp:2.0 myapp:stable';
const leave = 'oc set triggers deployment/shop --from-image=myapp:stable --remove';
const follow = 'oc set triggers deployment/shop --from-image=myapp:1.0 --containers=myapp';

const versions = [one, two];
const deployed = [...versions, stable, blog, shop];
const updated = [...deployed, update];

const asConfig = `${shop} --as-deployment-config`;

export default defineAttempts({
  accepted: {
    'the whole repository imported': [
      `oc import-image myapp --confirm --all --from=${source}`,
      stable,
      blog,
      shop,
      update,
      'oc delete deployment/shop service/shop',
      'oc new-app -i myapp:1.0 --name=shop',
    ],
    'shop as a DeploymentConfig': [
      ...versions,
      stable,
      blog,
      asConfig,
      'oc rollout status dc/shop',
      update,
      'oc rollout status dc/shop',
      'oc set triggers dc/shop --from-image=myapp:1.0 --containers=myapp',
      'oc set triggers dc/shop --from-image=myapp:stable --remove',
      'oc rollout status dc/shop',
    ],
    'undo tried first': [...updated, 'oc rollout undo deployment/shop', leave, follow],
  },
  wrong: {
    'nothing but looking around': { run: ['oc get all', 'oc get is -n openshift'], misses: 'versions', says: 'mistake:stream-missing' },
    'in a project of its own': { run: ['oc new-project updates', ...updated], misses: 'versions', says: 'mistake:stream-elsewhere' },
    'no --confirm': { run: [`oc import-image myapp:1.0 --from=${source}:1.0`], misses: 'versions', says: 'mistake:without-confirm' },
    'the tag left out': { run: [`oc import-image myapp --confirm --from=${source}:1.0`], misses: 'versions', says: 'mistake:tag-from-source' },
    'an empty image stream': { run: ['oc create imagestream myapp'], misses: 'versions', says: 'mistake:tag-missing' },
    'version 2.0 brought straight into stable': {
      run: [one, stable, blog, shop, `oc tag ${source}:2.0 myapp:stable`],
      misses: 'versions',
      says: 'mistake:tag-from-source',
    },
    'version 1.0 alone': { run: [one, stable, blog, shop], misses: 'versions', says: 'mistake:tag-missing' },
    'version 1.0 from the old one': { run: [two, 'oc tag myapp:2.0 myapp:1.0'], misses: 'versions', says: 'mistake:other-source' },
    'version 2.0 a copy of 1.0': { run: [one, 'oc tag myapp:1.0 myapp:2.0', stable, blog, shop], misses: 'versions', says: 'mistake:other-source' },
    'nothing deployed': { run: [...versions, stable], misses: 'deployed', says: 'mistake:app-missing' },
    'shop forgotten': { run: [...versions, stable, blog, update], misses: 'deployed', says: 'mistake:app-missing' },
    'deployed in another project': {
      run: [...versions, stable, 'oc new-project elsewhere', 'oc new-app -i manage-updates/myapp:stable --name=blog'],
      misses: 'deployed',
      says: 'mistake:app-elsewhere',
    },
    'deployed when stable was on 2.0 already': { run: [...versions, update, blog, shop], misses: 'deployed', says: 'never-ran-older' },
    'shop deployed after the update': { run: [...versions, stable, blog, update, shop, leave, follow], misses: 'updated', says: 'shop-not-updated' },
    'blog scaled to zero from the start': {
      run: [...versions, stable, `oc create deployment blog --image=${source}:1.0 --replicas=0`, shop],
      misses: 'deployed',
      says: 'mistake:scaled-to-zero',
    },
    'a short name without lookup': {
      run: [...versions, stable, 'oc create deployment blog --image=myapp:stable', shop],
      misses: 'deployed',
      says: 'mistake:pull-fails',
    },
    'nothing updated': { run: deployed, misses: 'updated', says: 'mistake:alias-of-other' },
    'no alias at all': {
      run: [...versions, 'oc new-app -i myapp:1.0 --name=blog', 'oc new-app -i myapp:1.0 --name=shop'],
      misses: 'updated',
      says: 'mistake:trigger-other-tag',
    },
    'no triggers': {
      run: [...versions, stable, `oc create deployment blog --image=${source}:1.0`, `oc create deployment shop --image=${source}:1.0`, update],
      misses: 'updated',
      says: 'mistake:past-the-stream',
    },
    'the trigger of blog switched off': {
      run: [...updated, 'oc set triggers deployment/blog --manual --from-image=myapp:stable -c myapp'],
      misses: 'updated',
      says: 'mistake:trigger-manual',
    },
    'a copy for the alias': { run: [...deployed, 'oc tag myapp:2.0 myapp:stable'], misses: 'updated', says: 'mistake:copy-for-alias' },
    'the registry as the source of stable': { run: [...deployed, `oc tag ${source}:2.0 myapp:stable`], misses: 'updated', says: 'mistake:imported-for-alias' },
    'the image written by hand': {
      run: [...deployed, `oc set image deployment/blog myapp=${source}:2.0`, `oc set image deployment/shop myapp=${source}:2.0`],
      misses: 'updated',
      says: 'mistake:image-by-hand',
    },
    'both taken back': { run: [...updated, stable], misses: 'updated', says: 'mistake:alias-of-other' },
    'stable deleted': { run: [...deployed, 'oc tag -d myapp:stable'], misses: 'updated', says: 'no-alias' },
    'blog paused': { run: [...deployed, 'oc rollout pause deployment/blog', update], misses: 'updated', says: 'mistake:paused' },
    'shop kept from the update': { run: [...deployed, leave, follow, update], misses: 'updated', says: 'shop-not-updated' },
    'blog scaled to zero': { run: [...updated, 'oc scale deployment/blog --replicas=0'], misses: 'updated', says: 'mistake:rollout-unfinished' },
    'shop not taken back': { run: updated, misses: 'shop-back', says: 'mistake:trigger-other-tag' },
    'shop taken back with undo': { run: [...updated, 'oc rollout undo deployment/shop'], misses: 'shop-back', says: 'written-back' },
    'the image of shop written by hand, with its trigger': {
      run: [...updated, `oc set image deployment/shop myapp=${source}:1.0`],
      misses: 'shop-back',
      says: 'written-back',
    },
    'the image of shop written by hand, without a trigger': {
      run: [...updated, leave, `oc set image deployment/shop myapp=${source}:1.0`],
      misses: 'shop-back',
      says: 'mistake:trigger-missing',
    },
    'the old trigger of a DeploymentConfig kept': {
      run: [...versions, stable, blog, asConfig, update, 'oc set triggers dc/shop --from-image=myapp:1.0 --containers=myapp'],
      misses: 'shop-back',
      says: 'mistake:two-triggers',
    },
    'the new trigger switched off': {
      run: [...updated, leave, follow, 'oc set triggers deployment/shop --manual --from-image=myapp:1.0 -c myapp'],
      misses: 'shop-back',
      says: 'mistake:trigger-manual',
    },
    'shop left paused': {
      run: [...updated, 'oc set triggers deployment/shop --remove-all', follow],
      misses: 'shop-back',
      says: 'mistake:paused',
    },
    'shop scaled to zero': { run: [...updated, leave, follow, 'oc scale deployment/shop --replicas=0'], misses: 'shop-back', says: 'mistake:scaled-to-zero' },
    'a service account for shop that does not exist': {
      run: [...updated, 'oc set serviceaccount deployment/shop robot', leave, follow],
      misses: 'shop-back',
      says: 'mistake:rollout-unfinished',
    },
  },
  equivalent: {
    'by-hand: tag 3.2 no-such-tag': 'the deployments name version 1.0 themselves, and the alias is there when it is moved; a tag more does no harm',
  },
});
