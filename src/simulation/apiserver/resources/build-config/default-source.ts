import type { BuildSource } from '../../../../api/build.ts';

/** A source with its type, which follows from what is in it. */
// openshift-apiserver pkg/build/apis/build/v1/conversion.go Convert_build_BuildSource_To_v1_BuildSource
export function defaultSource(source: BuildSource): BuildSource {
  const { git, binary, dockerfile, images } = source;
  const type = git ? 'Git' : binary ? 'Binary' : dockerfile !== undefined ? 'Dockerfile' : images ? 'Image' : 'None';
  return { ...source, type: source.type ?? type };
}
