import { defineAttempts } from '../../src/grading/index.ts';

const source = 'quay.io/myorg/myapp';
const mailer = 'oc rollout undo deployment/mailer';
const shop = `oc tag ${source}:1.0 myapp:shop`;
const billing = 'oc rollout undo dc/billing';
const on = 'oc set triggers dc/billing --auto';

const followsInTheEnd = 'by then the mended build is there, and an billing that follows the tag is what the lab asks for in the end';

export default defineAttempts({
  accepted: {
    'undo tried on everything first': [mailer, 'oc rollout undo deployment/shop', billing, shop, on],
    'the billing first, with oc rollback': ['oc rollback dc/billing', on, shop, mailer],
    'mailer put on a stream': [
      `oc import-image myapp:1.0 --from=${source}:1.0`,
      'oc set triggers deployment/mailer --from-image=myapp:1.0 --containers=myapp',
      'oc tag --alias myapp:1.0 myapp:shop',
      billing,
      on,
    ],
  },
  wrong: {
    'nothing but looking around': {
      run: ['oc rollout history deployment/mailer', 'oc get deployments,dc -o wide'],
      misses: 'mailer',
      says: 'mailer-faulty',
    },
    'mailer restarted': { run: ['oc rollout restart deployment/mailer', shop, billing, on], misses: 'mailer', says: 'mailer-faulty' },
    'mailer undone twice': { run: [mailer, mailer, shop, billing, on], misses: 'mailer', says: 'mailer-faulty' },
    'mailer deleted': { run: ['oc delete deployment/mailer', shop, billing, on], misses: 'mailer', says: 'mistake:app-missing' },
    'mailer paused, and its image changed': {
      run: ['oc rollout pause deployment/mailer', `oc set image deployment/mailer myapp=${source}:1.0`, shop, billing, on],
      misses: 'mailer',
      says: 'mistake:paused',
    },
    'mailer scaled to zero': { run: [mailer, 'oc scale deployment/mailer --replicas=0', shop, billing, on], misses: 'mailer', says: 'mistake:scaled-to-zero' },
    'a short name for mailer that nothing resolves': {
      run: ['oc set image deployment/mailer myapp=myapp:1.0', shop, billing, on],
      misses: 'mailer',
      says: 'mistake:pull-fails',
    },
    'mailer alone': { run: [mailer], misses: 'shop', says: 'mistake:tag-other-image' },
    'shop undone like mailer': { run: [mailer, 'oc rollout undo deployment/shop', billing, on], misses: 'shop', says: 'mistake:undo-undone' },
    'the trigger stopped before the undo': {
      run: [mailer, 'oc set triggers deployment/shop --manual --from-image=myapp:shop -c myapp', 'oc rollout undo deployment/shop', billing, on],
      misses: 'shop',
      says: 'mistake:undo-undone',
    },
    'the trigger of shop stopped, the image written by hand': {
      run: [
        mailer,
        'oc set triggers deployment/shop --manual --from-image=myapp:shop -c myapp',
        `oc set image deployment/shop myapp=${source}:1.0`,
        billing,
        on,
      ],
      misses: 'shop',
      says: 'mistake:trigger-manual',
    },
    'the trigger of shop removed': {
      run: [mailer, 'oc set triggers deployment/shop --from-image=myapp:shop --remove', `oc set image deployment/shop myapp=${source}:1.0`, billing, on],
      misses: 'shop',
      says: 'mistake:trigger-missing',
    },
    'the image of shop written by hand, with its trigger': {
      run: [mailer, `oc set image deployment/shop myapp=${source}:1.0`, billing, on],
      misses: 'shop',
      says: 'mistake:image-by-hand',
    },
    'shop deleted': { run: [mailer, shop, 'oc delete deployment/shop', billing, on], misses: 'shop', says: 'mistake:app-missing' },
    'shop paused before its tag moved': { run: [mailer, 'oc rollout pause deployment/shop', shop, billing, on], misses: 'shop', says: 'mistake:paused' },
    'shop scaled to zero': { run: [mailer, shop, 'oc scale deployment/shop --replicas=0', billing, on], misses: 'shop', says: 'mistake:scaled-to-zero' },
    'a service account for shop that does not exist': {
      run: [mailer, 'oc set serviceaccount deployment/shop robot', shop, billing, on],
      misses: 'shop',
      says: 'mistake:rollout-unfinished',
    },
    'billing left as it is': { run: [mailer, shop], misses: 'billing-undone', says: 'mistake:trigger-still-automatic' },
    'the tag of billing moved': { run: [mailer, shop, `oc tag ${source}:1.0 myapp:billing`], misses: 'billing-undone', says: 'billing-tag-moved' },
    'the image of billing written by hand, with its trigger': {
      run: [mailer, shop, `oc set image dc/billing myapp=${source}:1.0`],
      misses: 'billing-undone',
      says: 'mistake:image-by-hand',
    },
    'the trigger of billing removed': {
      run: [mailer, shop, 'oc set triggers dc/billing --from-image=myapp:billing --remove', `oc set image dc/billing myapp=${source}:1.0`],
      misses: 'billing-undone',
      says: 'mistake:trigger-missing',
    },
    'the trigger of billing stopped, and nothing more': {
      run: [mailer, shop, 'oc set triggers dc/billing --manual --from-image=myapp:billing -c myapp'],
      misses: 'billing-undone',
      says: 'billing-faulty',
    },
    'billing deleted': { run: [mailer, shop, 'oc delete dc/billing'], misses: 'billing-undone', says: 'mistake:app-missing' },
    'the trigger left off': { run: [mailer, shop, billing], misses: 'billing-current', says: 'mistake:undo-disabled' },
    'the trigger left off, without an undo': {
      run: [mailer, shop, 'oc set triggers dc/billing --manual --from-image=myapp:billing -c myapp', `oc set image dc/billing myapp=${source}:1.0`],
      misses: 'billing-current',
      says: 'mistake:trigger-manual',
    },
    'the trigger removed afterwards': {
      run: [mailer, shop, billing, 'oc set triggers dc/billing --remove-all', `oc set image dc/billing myapp=${source}:2.0`],
      misses: 'billing-current',
      says: 'mistake:trigger-missing',
    },
    'the tag of billing moved afterwards': {
      run: [mailer, shop, billing, `oc tag ${source}:1.0 myapp:billing`, on],
      misses: 'billing-current',
      says: 'mistake:tag-other-image',
    },
    'billing scaled to zero': {
      run: [mailer, shop, billing, on, 'oc scale dc/billing --replicas=0'],
      misses: 'billing-current',
      says: 'mistake:scaled-to-zero',
    },
    'a service account for billing that does not exist': {
      run: [mailer, shop, billing, 'oc set serviceaccount dc/billing robot', on],
      misses: 'billing-current',
      says: 'mistake:rollout-unfinished',
    },
  },
  equivalent: {
    'solution: undo 3': followsInTheEnd,
    'history: undo 3': followsInTheEnd,
    'without-undo: undo 4': followsInTheEnd,
    'undo tried on everything first: undo 3': followsInTheEnd,
    'the billing first, with oc rollback: undo 1': followsInTheEnd,
    'mailer put on a stream: undo 4': followsInTheEnd,
  },
});
