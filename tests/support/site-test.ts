import { test as base, expect } from '@playwright/test';

/**
 * Playwright's test, with a list of what went wrong in the page: console errors, exceptions, answers of 400 and more, other hosts. Whatever a
 * page does against its Content-Security-Policy fails every test; one that provokes it takes the violation off the list.
 */
export const test = base.extend<{ problems: string[]; violations: string[] }>({
  violations: [
    async ({ page }, use) => {
      const violations: string[] = [];
      await page.exposeFunction('tellViolation', (violation: string) => violations.push(violation));
      await page.addInitScript(() =>
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
          (window as unknown as { tellViolation(text: string): void }).tellViolation(`${effectiveDirective} ${blockedURI} ${sample}`),
        ),
      );
      await use(violations);
      expect(violations, 'violations of the policy').toEqual([]);
    },
    { auto: true },
  ],
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('console', (message) => {
      if (message.type() === 'error') problems.push(message.text());
    });
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('response', (response) => {
      if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!/^(?:data|blob):|^http:\/\/127\.0\.0\.1:/.test(request.url())) problems.push(`a request to another host: ${request.url()}`);
    });
    await use(problems);
  },
});

export { expect };
