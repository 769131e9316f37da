import type { BrowserContext } from '@playwright/test';

/** Lets nothing through but the site at `root`, as if the network ended there. Returns the addresses outside of it that were asked for. */
export async function cutNetwork(context: BrowserContext, root: string): Promise<readonly string[]> {
  const outside: string[] = [];
  const isInside = (address: string) => /^(?:data|blob):/.test(address) || address.startsWith(root);
  context.on('request', (request) => {
    if (!isInside(request.url())) outside.push(request.url());
  });
  if (root.startsWith('file:')) await context.setOffline(true);
  else
    await context.route(
      (address) => !isInside(address.href),
      (route) => route.abort('internetdisconnected'),
    );
  return outside;
}
