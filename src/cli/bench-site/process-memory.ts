import { readdirSync, readFileSync } from 'node:fs';

interface RunningProcess {
  readonly id: number;
  readonly parent: number;
  readonly bytes: number;
}

/** The memory that a process and all that it started hold now, in bytes; undefined where the machine has no `/proc`. */
export function memoryOf(root: number): number | undefined {
  const running = readProcesses();
  return running && memoryOfTree(running, root);
}

/** What the process `root` and its descendants hold together. Memory they share is counted for each. */
export function memoryOfTree(running: readonly RunningProcess[], root: number): number {
  const own = running.filter(({ id }) => id === root).reduce((sum, { bytes }) => sum + bytes, 0);
  return running.filter(({ parent }) => parent === root).reduce((sum, { id }) => sum + memoryOfTree(running, id), own);
}

/** How long the programs worked that this one has started and that have ended, all cores together; undefined where there is no `/proc`. */
export function cpuSecondsOfChildren(): number | undefined {
  try {
    return readChildrenTime(readFileSync('/proc/self/stat', 'utf8'));
  } catch {
    return undefined;
  }
}

/** The fields `cutime` and `cstime` of `/proc/<id>/stat`, in hundredths of a second; the name in brackets may hold spaces. */
export function readChildrenTime(stat: string): number {
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) / 100;
}

/** A process as `/proc/<id>/status` describes it; the kernel's own threads hold no memory. */
export function readStatus(id: number, status: string): RunningProcess {
  const field = (name: string) => Number(new RegExp(`^${name}:\\s*(\\d+)`, 'm').exec(status)?.[1] ?? 0);
  return { id, parent: field('PPid'), bytes: field('VmRSS') * 1024 };
}

function readProcesses(): readonly RunningProcess[] | undefined {
  let ids: readonly number[];
  try {
    ids = readdirSync('/proc').map(Number).filter(Number.isInteger);
  } catch {
    return undefined;
  }
  return ids.flatMap((id) => {
    try {
      return [readStatus(id, readFileSync(`/proc/${id}/status`, 'utf8'))];
    } catch {
      return []; // It has ended since.
    }
  });
}
