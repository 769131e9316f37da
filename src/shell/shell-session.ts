import { contextNamed, loggedInKubeconfig, parseKubeconfig, printKubeconfig } from '../oc/kubeconfig.ts';
import { runOc } from '../oc/oc.ts';
import type { Simulation } from '../simulation/simulation.ts';
import { createBashSession } from './bash-session.ts';
import type { CompleteOc } from './completion.ts';
import type { Shell, ShellOptions } from './shell.ts';

/** A workstation with `oc` on it, logged in to the cluster. */
export const createShell = (options: ShellOptions): Promise<Shell> => createBashSession(options, { run: runOc, complete, prompt, login });

const complete: CompleteOc = async (words, host) => (await import('../oc/completion.ts')).completeOc(words, host);

const login = (user: string, simulation: Simulation) =>
  printKubeconfig(loggedInKubeconfig({ server: simulation.server, user, token: simulation.tokenOf(user), namespace: 'default' }));

async function prompt(kubeconfig: string | undefined): Promise<string> {
  const { user, namespace } = await currentContext(kubeconfig);
  return `[${user}@workstation${namespace && ` ${namespace}`}]$`;
}

async function currentContext(text: string | undefined): Promise<{ readonly user: string; readonly namespace: string }> {
  try {
    const config = await parseKubeconfig(text ?? '');
    const context = contextNamed(config, config['current-context']);
    return { user: context?.user.split('/')[0] || 'student', namespace: context ? context.namespace || 'default' : '~' };
  } catch {
    return { user: 'student', namespace: '~' };
  }
}
