import type { IFileSystem } from 'just-bash';
import type { FileAccess } from '../oc/host.ts';

/** The shell's files as `oc` sees them, relative to `cwd`. */
export function fileAccess(fs: IFileSystem, cwd: string): FileAccess {
  const absolute = (path: string) => fs.resolvePath(cwd, path);
  const isDirectory = async (path: string) => (await fs.exists(absolute(path))) && (await fs.stat(absolute(path))).isDirectory;
  return {
    isDirectory,
    exists: (path) => fs.exists(absolute(path)),
    async read(path) {
      if (!(await fs.exists(absolute(path)))) throw new Error('no such file or directory');
      if (await isDirectory(path)) throw new Error('is a directory');
      return fs.readFile(absolute(path));
    },
    async write(path, text) {
      const target = absolute(path);
      if (await isDirectory(target)) throw new Error('is a directory');
      if (!(await isDirectory(parentOf(target)))) throw new Error('no such file or directory');
      await fs.writeFile(target, text);
    },
    async list(path) {
      if (!(await isDirectory(path))) throw new Error('no such file or directory');
      return [...(await fs.readdir(absolute(path)))].sort();
    },
    async makeDirectory(path) {
      await fs.mkdir(absolute(path), { recursive: true });
    },
  };
}

/** Every ordinary file below a folder, as absolute paths, sorted. */
export async function filesBelow(fs: IFileSystem, folder: string): Promise<readonly string[]> {
  const below = fs.getAllPaths().filter((path) => path.startsWith(`${folder}/`));
  const kinds = await Promise.all(below.map((path) => fs.stat(path)));
  return below.filter((_, index) => kinds[index]?.isFile).sort();
}

/** Writes a file, and makes the folders on the way to it. */
export async function writeBelow(fs: IFileSystem, folder: string, path: string, text: string): Promise<void> {
  const target = fs.resolvePath(folder, path.replace(/^~\//, ''));
  await fs.mkdir(parentOf(target), { recursive: true });
  await fs.writeFile(target, text);
}

const parentOf = (path: string) => path.replace(/\/[^/]*$/, '') || '/';
