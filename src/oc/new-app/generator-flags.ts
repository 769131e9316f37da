import { boolean, type FlagTable, string, stringArray, stringSlice } from '../flags.ts';

/** Flags that `new-app` and `new-build` share (oc pkg/helpers/bulk BindForOutput and the print flags among them). */
export const generatorFlags = {
  'allow-missing-images': boolean(),
  'allow-missing-imagestream-tags': boolean(),
  'allow-missing-template-keys': boolean(),
  binary: boolean(),
  'build-env': stringArray(),
  'build-env-file': stringArray(),
  code: stringSlice(),
  'context-dir': string(),
  'docker-image': stringSlice({ hidden: true, deprecated: 'Deprecated flag use --image' }),
  'dry-run': boolean(),
  env: stringArray({ shorthand: 'e' }),
  'env-file': stringArray(),
  image: stringSlice(),
  'image-stream': stringSlice({ shorthand: 'i' }),
  'import-mode': string(),
  'insecure-registry': boolean(),
  labels: string({ shorthand: 'l' }),
  name: string(),
  'no-headers': boolean({ hidden: true }),
  output: string({ shorthand: 'o' }),
  'output-version': string(),
  'show-all': boolean({ shorthand: 'a' }),
  'show-labels': boolean(),
  'show-managed-fields': boolean(),
  'source-secret': string(),
  strategy: string(),
} as const satisfies FlagTable;

/** Flags of `new-app` alone. */
export const newAppFlags = {
  ...generatorFlags,
  'as-deployment-config': boolean(),
  'as-test': boolean(),
  file: stringSlice({ shorthand: 'f' }),
  'grant-install-rights': boolean(),
  group: stringSlice(),
  'ignore-unknown-parameters': boolean(),
  list: boolean({ shorthand: 'L' }),
  'no-install': boolean(),
  param: stringArray({ shorthand: 'p' }),
  'param-file': stringArray(),
  search: boolean({ shorthand: 'S' }),
  'sort-by': string(),
  template: stringSlice(),
} as const satisfies FlagTable;

/** Flags of `new-build` alone. */
export const newBuildFlags = {
  ...generatorFlags,
  'build-arg': stringArray(),
  'build-env': stringArray({ hidden: true }),
  'build-env-file': stringArray({ hidden: true }),
  dockerfile: string({ shorthand: 'D' }),
  'no-output': boolean(),
  'push-secret': string(),
  template: string(),
  to: string(),
  'to-docker': boolean(),
} as const satisfies FlagTable;
