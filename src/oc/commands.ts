import type { Command } from './command.ts';
import { createConfigMap } from './commands/create-configmap.ts';
import { createImageStream } from './commands/create-imagestream.ts';
import { createImageStreamTag } from './commands/create-imagestreamtag.ts';
import { createSecretDockerRegistry } from './commands/create-secret-docker-registry.ts';
import { createSecretGeneric } from './commands/create-secret-generic.ts';
import { createSecretTls } from './commands/create-secret-tls.ts';
import { createServiceAccount } from './commands/create-serviceaccount.ts';
import { describe } from './commands/describe.ts';
import { importImage } from './commands/import-image.ts';
import { secretsLink } from './commands/secrets-link.ts';
import { secretsUnlink } from './commands/secrets-unlink.ts';
import { setImageLookup } from './commands/set-image-lookup.ts';
import { setTriggers } from './commands/set-triggers.ts';
import { tag } from './commands/tag.ts';

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
  importImage,
  secretsLink,
  secretsUnlink,
  setImageLookup,
  setTriggers,
  tag,
] as unknown as readonly Command[];
