import type { Command } from './command.ts';
import { annotate } from './commands/annotate.ts';
import { apiResources } from './commands/api-resources.ts';
import { apiVersions } from './commands/api-versions.ts';
import { apply } from './commands/apply.ts';
import { authCanI } from './commands/auth-can-i.ts';
import { autoscale } from './commands/autoscale.ts';
import { cancelBuild } from './commands/cancel-build.ts';
import { completion } from './commands/completion.ts';
import { configGetClusters, configGetUsers, configSetCluster, configSetCredentials } from './commands/config-clusters.ts';
import {
  configCurrentContext,
  configDeleteContext,
  configGetContexts,
  configRenameContext,
  configSetContext,
  configUseContext,
} from './commands/config-contexts.ts';
import { configView } from './commands/config-view.ts';
import { create } from './commands/create.ts';
import { createConfigMap } from './commands/create-configmap.ts';
import { createCronJob } from './commands/create-cronjob.ts';
import { createDeployment } from './commands/create-deployment.ts';
import { createDeploymentConfig } from './commands/create-deploymentconfig.ts';
import { createImageStream } from './commands/create-imagestream.ts';
import { createImageStreamTag } from './commands/create-imagestreamtag.ts';
import { createJob } from './commands/create-job.ts';
import { createNamespace } from './commands/create-namespace.ts';
import { createQuota } from './commands/create-quota.ts';
import { createRole } from './commands/create-role.ts';
import { createRoleBinding } from './commands/create-rolebinding.ts';
import { createSecretDockerRegistry } from './commands/create-secret-docker-registry.ts';
import { createSecretGeneric } from './commands/create-secret-generic.ts';
import { createSecretTls } from './commands/create-secret-tls.ts';
import { createServiceClusterIp, createServiceExternalName, createServiceLoadBalancer, createServiceNodePort } from './commands/create-service.ts';
import { createServiceAccount } from './commands/create-serviceaccount.ts';
import { deleteCommand } from './commands/delete.ts';
import { describe } from './commands/describe.ts';
import { diff } from './commands/diff.ts';
import { edit } from './commands/edit.ts';
import { explain } from './commands/explain.ts';
import { expose } from './commands/expose.ts';
import { extract } from './commands/extract.ts';
import { get } from './commands/get.ts';
import { help } from './commands/help.ts';
import { imageInfo } from './commands/image-info.ts';
import { importImage } from './commands/import-image.ts';
import { label } from './commands/label.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { logs } from './commands/logs.ts';
import { newApp } from './commands/new-app.ts';
import { newBuild } from './commands/new-build.ts';
import { newProject } from './commands/new-project.ts';
import { options } from './commands/options.ts';
import { patch } from './commands/patch.ts';
import { policyRoleCommands } from './commands/policy-roles.ts';
import { whoCanCommands } from './commands/policy-who-can.ts';
import { project } from './commands/project.ts';
import { projects } from './commands/projects.ts';
import { replace } from './commands/replace.ts';
import { rollback } from './commands/rollback.ts';
import { rolloutCancel } from './commands/rollout-cancel.ts';
import { rolloutHistory } from './commands/rollout-history.ts';
import { rolloutLatest } from './commands/rollout-latest.ts';
import { rolloutPause, rolloutRestart, rolloutResume } from './commands/rollout-pause.ts';
import { rolloutRetry } from './commands/rollout-retry.ts';
import { rolloutStatus } from './commands/rollout-status.ts';
import { rolloutUndo } from './commands/rollout-undo.ts';
import { run } from './commands/run.ts';
import { scale } from './commands/scale.ts';
import { secretsLink } from './commands/secrets-link.ts';
import { secretsUnlink } from './commands/secrets-unlink.ts';
import { setEnv } from './commands/set-env.ts';
import { setImage } from './commands/set-image.ts';
import { setImageLookup } from './commands/set-image-lookup.ts';
import { setProbe } from './commands/set-probe.ts';
import { setResources } from './commands/set-resources.ts';
import { setTriggers } from './commands/set-triggers.ts';
import { startBuild } from './commands/start-build.ts';
import { status } from './commands/status.ts';
import { tag } from './commands/tag.ts';
import { version } from './commands/version.ts';
import { wait } from './commands/wait.ts';
import { whoami } from './commands/whoami.ts';

/** Every modelled command. Add one import and one entry. */
export const commands = [
  createConfigMap,
  createImageStream,
  createImageStreamTag,
  createSecretDockerRegistry,
  createSecretGeneric,
  createSecretTls,
  createServiceAccount,
  describe,
  imageInfo,
  importImage,
  logs,
  ...policyRoleCommands,
  secretsLink,
  secretsUnlink,
  setImageLookup,
  setTriggers,
  tag,
  ...whoCanCommands,
  annotate,
  apiResources,
  apiVersions,
  apply,
  authCanI,
  completion,
  create,
  deleteCommand,
  diff,
  edit,
  explain,
  extract,
  get,
  help,
  label,
  login,
  logout,
  newProject,
  options,
  patch,
  project,
  projects,
  replace,
  version,
  wait,
  whoami,
  configView,
  configCurrentContext,
  configDeleteContext,
  configGetContexts,
  configRenameContext,
  configSetContext,
  configUseContext,
  configGetClusters,
  configGetUsers,
  configSetCluster,
  configSetCredentials,
  createCronJob,
  createDeployment,
  createDeploymentConfig,
  createJob,
  newApp,
  newBuild,
  rollback,
  rolloutCancel,
  rolloutHistory,
  rolloutLatest,
  rolloutRetry,
  rolloutStatus,
  rolloutUndo,
  run,
  status,
  rolloutPause,
  rolloutRestart,
  rolloutResume,
  expose,
  scale,
  setEnv,
  setImage,
  autoscale,
  cancelBuild,
  createNamespace,
  createQuota,
  createRole,
  createRoleBinding,
  setProbe,
  setResources,
  startBuild,
  createServiceClusterIp,
  createServiceExternalName,
  createServiceLoadBalancer,
  createServiceNodePort,
] as unknown as readonly Command[];
