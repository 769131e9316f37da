import { roleIn } from '../predicates/access.ts';
import { all, any, not } from '../predicates/combinators.ts';
import { failed, typed } from '../predicates/typed-commands.ts';
import { anyWorkload, anyWorkloadRunsImageOf, deployment, deploymentConfig, workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

interface App extends Readonly<Record<string, string>> {
  readonly app: string;
}

interface Following extends App {
  readonly stream: string;
  readonly tag: string;
}

interface Contained extends App {
  readonly container: string;
}

interface Pulling extends Readonly<Record<string, string>> {
  readonly from: string;
  readonly to: string;
}

/** Misconceptions about what runs, what it follows, and who may pull. */
export const workloadMistakes = {
  appElsewhere: defineMistake('app-elsewhere', 'deploy-from-an-image-stream#deploy-it', ({ app }: App) =>
    all(not(workload(app).exists), workload(app).existsElsewhere),
  ),
  appOtherName: defineMistake('app-other-name', 'deploy-from-an-image-stream#deploy-it', ({ app, stream }: App & { readonly stream: string }) =>
    all(not(workload(app).exists), anyWorkloadRunsImageOf(stream)),
  ),
  appOther: defineMistake('app-other', 'deploy-from-an-image-stream#deploy-it', ({ app }: App) => all(not(workload(app).exists), anyWorkload)),
  appMissing: defineMistake('app-missing', 'deploy-from-an-image-stream#deploy-it', ({ app }: App) => not(workload(app).exists)),
  configInstead: defineMistake('deploymentconfig-instead', 'triggers-on-deploymentconfigs#new-app', ({ app }: App) =>
    all(not(deployment(app).exists), deploymentConfig(app).exists),
  ),
  deploymentInstead: defineMistake('deployment-instead', 'triggers-on-deploymentconfigs#write-it', ({ app }: App) =>
    all(not(deploymentConfig(app).exists), deployment(app).exists),
  ),
  pastTheStream: defineMistake('past-the-stream', 'run-without-an-image-stream#what-you-give-up', ({ app }: App) =>
    all(workload(app).exists, workload(app).hasNoImageTrigger),
  ),
  triggerMissing: defineMistake('trigger-missing', 'image-triggers-on-deployments#add-the-trigger', ({ app, stream, tag }: Following) =>
    all(workload(app).exists, not(workload(app).isTriggeredBy(stream, tag))),
  ),
  triggerOtherTag: defineMistake('trigger-other-tag', 'move-to-a-new-version#a-new-tag', ({ app, stream, tag }: Following) =>
    all(workload(app).isTriggeredBy(stream), not(workload(app).isTriggeredBy(stream, tag))),
  ),
  triggerManual: defineMistake('trigger-manual', 'image-triggers-on-deployments#manual-and-automatic', ({ app, stream, tag }: Following) =>
    all(workload(app).isTriggeredBy(stream, tag), not(workload(app).follows(stream, tag))),
  ),
  triggerStillAutomatic: defineMistake('trigger-still-automatic', 'image-triggers-on-deployments#manual-and-automatic', ({ app, stream, tag }: Following) =>
    workload(app).follows(stream, tag),
  ),
  triggerWrongContainer: defineMistake('trigger-wrong-container', 'triggers-on-deploymentconfigs#wrong-container', ({ app, container }: Contained) =>
    all(not(workload(app).hasNoImageTrigger), not(workload(app).triggersContainer(container))),
  ),
  twoTriggers: defineMistake('two-triggers', 'move-to-a-new-version#a-new-tag', ({ app }: App) => workload(app).hasImageTriggers(2)),
  containersMissing: defineMistake('containers-missing', 'image-triggers-on-deployments#add-the-trigger', ({ app }: App) =>
    all(any(workload(app).exists), failed(/set\s+triggers\b(?!.*(?:--containers|\s-c\b)).*--from-image/)),
  ),
  dcAddressed: defineMistake('dc-addressed', 'deploy-from-an-image-stream#what-ties-them-together', ({ app }: App) =>
    all(deployment(app).exists, failed(/\b(?:dc|deploymentconfigs?)\/|\bdc\s/)),
  ),
  pausedByRemoveAll: defineMistake('paused-by-remove-all', 'image-triggers-on-deployments#remove', ({ app }: App) => deployment(app).isPaused),
  undoUndone: defineMistake('undo-undone', 'roll-back#undo-meets-the-trigger', ({ app, stream, tag }: Following) =>
    all(deployment(app).follows(stream, tag), typed(/rollout\s+undo/)),
  ),
  undoDisabled: defineMistake('undo-disabled', 'roll-back#deploymentconfig', ({ app }: App) =>
    all(deploymentConfig(app).hasPausedTrigger, typed(/rollout\s+undo/)),
  ),
  scaledToZero: defineMistake('scaled-to-zero', 'troubleshoot-pulls#read-the-events', ({ app }: App) => workload(app).wantsNoPods),
  pullFails: defineMistake('pull-fails', 'troubleshoot-pulls#read-the-events', ({ app }: App) => workload(app).pullFails),
  notReady: defineMistake('not-ready', 'deploy-from-an-image-stream#see-it-running', ({ app }: App) => not(workload(app).isAvailable)),
  pullerReversed: defineMistake('puller-reversed', 'share-a-stream-between-projects#who-may-pull', ({ to }: Pulling) =>
    roleIn(to, 'system:image-puller').isGrantedToSomeAccount(to),
  ),
  pullerToUser: defineMistake('puller-to-user', 'share-a-stream-between-projects#who-may-pull', ({ from, user }: Pulling & { readonly user: string }) =>
    roleIn(from, 'system:image-puller').isGrantedToUser(user),
  ),
  pullerOtherAccount: defineMistake('puller-other-account', 'share-a-stream-between-projects#who-may-pull', ({ from, to }: Pulling) =>
    roleIn(from, 'system:image-puller').isGrantedToSomeAccount(to),
  ),
  pullerMissing: defineMistake('puller-missing', 'share-a-stream-between-projects#who-may-pull', ({ from, to }: Pulling) =>
    not(roleIn(from, 'system:image-puller').isGrantedToAccount('default', to)),
  ),
};
