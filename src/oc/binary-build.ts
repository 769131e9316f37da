import type { KubeObject } from '../api/meta.ts';
import type { OcContext } from './command.ts';
import { OcError } from './errors.ts';
import { goQuote } from './go-quote.ts';

/** What is uploaded for a build: a folder or an archive of one, or a single file. */
export interface BinaryInput {
  readonly path: string;
  readonly isFile: boolean;
}

/** The input that was typed; undefined where there is none (oc pkg/cli/startbuild/startbuild.go Complete). */
export function binaryInput(directory: string, archive: string, file: string): BinaryInput | undefined {
  const given = [directory, archive, file].filter((path) => path !== '');
  if (given.length > 1) throw new OcError('only one of --from-file, --from-repo, --from-archive or --from-dir may be specified');
  return given[0] === undefined ? undefined : { path: given[0], isFile: file !== '' };
}

/** Uploads the input and says so; what the server is asked then (streamPathToBuild). */
export async function uploadBinary({ host, err }: OcContext, { path, isFile }: BinaryInput, name: string): Promise<KubeObject> {
  const request = { apiVersion: 'build.openshift.io/v1', kind: 'BinaryBuildRequestOptions', metadata: { name } };
  if (isFile && path === '-') throw new OcError('--from-file=- is not supported');
  if (path === '-') {
    err(`Uploading archive file from STDIN as binary input for the build ...\n${notAnArchive}\nUploading finished\n`);
    return request;
  }
  const clean = path.replace(/(?<=.)\/+$/, '').replace(/^\.\/(?=.)/, '');
  const where = path.startsWith('/') ? path : `${host.cwd}/${clean}`.replace(/\/\.$/, '');
  if (await host.files.isDirectory(where)) {
    err(`Uploading directory ${goQuote(clean)} as binary input for the build ...\n\nUploading finished\n`);
    return request;
  }
  if (!(await host.files.exists(where))) throw new OcError(`stat ${where}: no such file or directory`);
  if (!isFile) {
    const warning = /\.(tar|tgz|tar\.gz|zip)$/.test(clean) ? '' : notAnArchive;
    err(`Uploading archive file ${goQuote(clean)} as binary input for the build ...\n${warning}\nUploading finished\n`);
    return request;
  }
  err(`Uploading file ${goQuote(clean)} as binary input for the build ...\n\nUploading finished\n`);
  return { ...request, asFile: clean.replace(/^.*\//, '') } as KubeObject;
}

const notAnArchive = 'WARNING: the provided file may not be an archive (tar, tar.gz, or zip), use --from-file to prevent extraction\n';
