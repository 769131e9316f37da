import { all, any, not } from '../predicates/combinators.ts';
import { failed, inPattern, succeeded, typed } from '../predicates/typed-commands.ts';
import { anyWorkload, anyWorkloadRunsImageOf, deployment, deploymentConfig, workload } from '../predicates/workloads.ts';
import { defineMistake } from './mistake.ts';

const app = ['app'] as const;
/** The tag that the workload should follow. */
const following = ['app', 'stream', 'tag'] as const;

const deploy = 'deploy-from-an-image-stream#deploy-it';
const pause = 'image-triggers-on-deployments#manual-and-automatic';

/** A name as an argument, alone or after a kind: `web`, `deploy/web`. */
const word = (name: string) => `(?<![\\w.-])${inPattern(name)}(?![\\w.-])`;
const setsTrigger = (name: string) => new RegExp(`set\\s+triggers\\b(?=.*--from-image).*${word(name)}`);
const undoes = (name: string) => new RegExp(`rollout\\s+undo\\b.*${word(name)}`);

/** Misconceptions about what runs, and what it follows. */
export const workloadMistakes = {
  appElsewhere: defineMistake('app-elsewhere', deploy, app, ({ app }) => all(not(workload(app).exists), workload(app).existsElsewhere)),
  appOtherName: defineMistake('app-other-name', deploy, ['app', 'stream'], ({ app, stream }) => all(not(workload(app).exists), anyWorkloadRunsImageOf(stream))),
  appOther: defineMistake('app-other', deploy, app, ({ app }) => all(not(workload(app).exists), anyWorkload)),
  appMissing: defineMistake('app-missing', deploy, app, ({ app }) => not(workload(app).exists)),
  configInstead: defineMistake('deploymentconfig-instead', deploy, app, ({ app }) => all(not(deployment(app).exists), deploymentConfig(app).exists)),
  deploymentInstead: defineMistake('deployment-instead', 'triggers-on-deploymentconfigs#new-app', app, ({ app }) =>
    all(not(deploymentConfig(app).exists), deployment(app).exists),
  ),
  pastTheStream: defineMistake('past-the-stream', 'run-without-an-image-stream#what-you-give-up', app, ({ app }) =>
    all(workload(app).exists, workload(app).hasNoImageTrigger),
  ),
  triggerMissing: defineMistake('trigger-missing', 'image-triggers-on-deployments#add-the-trigger', following, ({ app, stream, tag }) =>
    all(workload(app).exists, not(workload(app).isTriggeredBy(stream, tag))),
  ),
  triggerOtherTag: defineMistake('trigger-other-tag', 'move-to-a-new-version#move-the-trigger', following, ({ app, stream, tag }) =>
    all(workload(app).isTriggeredBy(stream), not(workload(app).isTriggeredBy(stream, tag))),
  ),
  triggerManual: defineMistake('trigger-manual', pause, following, ({ app, stream, tag }) =>
    all(workload(app).isTriggeredBy(stream, tag), not(workload(app).follows(stream, tag))),
  ),
  triggerStillAutomatic: defineMistake('trigger-still-automatic', pause, following, ({ app, stream, tag }) => workload(app).follows(stream, tag)),
  triggerWrongContainer: defineMistake('trigger-wrong-container', 'triggers-on-deploymentconfigs#wrong-container', ['app', 'container'], ({ app, container }) =>
    all(not(workload(app).hasNoImageTrigger), not(workload(app).triggersContainer(container))),
  ),
  triggerNoPlace: defineMistake('trigger-no-place', 'image-triggers-on-deployments#name-the-container', app, ({ app }) =>
    all(not(workload(app).hasNoImageTrigger), not(workload(app).triggersOwnContainer)),
  ),
  twoTriggers: defineMistake('two-triggers', 'move-to-a-new-version#deploymentconfig', app, ({ app }) => workload(app).hasImageTriggers(2)),
  containersMissing: defineMistake('containers-missing', 'image-triggers-on-deployments#name-the-container', app, ({ app }) =>
    all(
      workload(app).exists,
      failed(new RegExp(`set\\s+triggers\\b(?!.*\\s(?:--containers|-c)\\b)(?=.*--from-image).*${word(app)}`)),
      not(succeeded(setsTrigger(app))),
    ),
  ),
  dcAddressed: defineMistake('dc-addressed', 'move-to-a-new-version#deploymentconfig', app, ({ app }) =>
    all(deployment(app).exists, not(deploymentConfig(app).exists), failed(new RegExp(`\\b(?:dc|deploymentconfigs?)(?:/|\\s+)${inPattern(app)}(?![\\w.-])`))),
  ),
  pausedByRemoveAll: defineMistake('paused-by-remove-all', 'image-triggers-on-deployments#remove', app, ({ app }) =>
    all(deployment(app).isPaused, typed(new RegExp(`set\\s+triggers\\b(?=.*--remove-all).*${word(app)}`))),
  ),
  undoUndone: defineMistake('undo-undone', 'roll-back#undo-meets-the-trigger', following, ({ app, stream, tag }) =>
    all(deployment(app).follows(stream, tag), deployment(app).runsTag(stream, tag), succeeded(undoes(app))),
  ),
  undoDisabled: defineMistake('undo-disabled', 'roll-back#deploymentconfig', app, ({ app }) =>
    all(deploymentConfig(app).hasPausedTrigger, succeeded(undoes(app))),
  ),
  scaledToZero: defineMistake('scaled-to-zero', 'deploy-from-an-image-stream#when-the-pod-does-not-start', app, ({ app }) => workload(app).wantsNoPods),
  pullFails: defineMistake('pull-fails', 'troubleshoot-pulls#read-the-events', app, ({ app }) => workload(app).pullFails),
  notReady: defineMistake('not-ready', 'deploy-from-an-image-stream#when-the-pod-does-not-start', app, ({ app }) =>
    all(any(workload(app).exists), not(workload(app).isAvailable)),
  ),
};
