import { parentPort, Worker, workerData } from 'node:worker_threads';
import type { AstroIntegration } from 'astro';

/** What a check found, and what it says when it found nothing. */
export interface CheckReport {
  readonly problems: readonly string[];
  readonly said: string;
}

/** What runs in the thread: the file that calls `answerCheck`, and what it is told. */
interface CheckThread {
  readonly name: string;
  /** Heads the list of problems. */
  readonly headline: string;
  readonly file: URL;
  readonly options: object;
}

/**
 * A check in a thread of its own. It begins when a build begins, while Astro renders Markdown, and the build waits for its word before it writes
 * pages. `astro dev` does without. Not a remark plugin: Astro keeps rendered pages, and a plugin would not see that something else has changed.
 */
export function backgroundCheck({ name, headline, file, options }: CheckThread): AstroIntegration {
  let report: (() => Promise<CheckReport>) | undefined;
  return {
    name,
    hooks: {
      'astro:config:setup': ({ command, config }) => {
        if (command === 'build') report = startThread(file, { root: config.root.href, options });
      },
      'astro:build:start': async ({ logger }) => {
        if (!report) throw new Error(`${name} was not started.`);
        const { problems, said } = await report();
        if (problems.length > 0) throw new Error(`${headline}\n${problems.join('\n')}`);
        logger.info(said);
      },
    },
  };
}

/** Gives a function that waits for the thread's report. A thread that is not waited for keeps no program alive. */
function startThread(file: URL, told: { readonly root: string; readonly options: object }): () => Promise<CheckReport> {
  const worker = new Worker(file, { workerData: told });
  worker.unref();
  const report = new Promise<CheckReport>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
    worker.once('exit', (code) => reject(new Error(`${file} ended without a report, with code ${code}.`)));
  });
  report.catch(() => undefined); // Told to whoever waits.
  return () => {
    worker.ref();
    return report;
  };
}

/** In the thread: checks the project in `root`, and reports. */
export async function answerCheck<Options>(check: (root: URL, options: Options) => Promise<CheckReport>): Promise<void> {
  const { root, options } = workerData as { readonly root: string; readonly options: Options };
  parentPort?.postMessage(await check(new URL(root), options));
}
