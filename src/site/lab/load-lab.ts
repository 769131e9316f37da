import { isOnDisk, runDiskScript } from '../disk/disk-script.ts';
import type * as lab from './open-lab.ts';

/** Brings the cluster, the shell and the exercises: from the host as modules, on a disk as the one script that holds them all. */
export async function loadLab(): Promise<typeof lab> {
  if (!isOnDisk()) return import('./open-lab.ts');
  await runDiskScript('lab.js');
  if (!globalThis.diskLab) throw new Error('the lab is not there');
  return globalThis.diskLab;
}
