import { test as base, expect } from '@playwright/test';

/** Playwright's test, with a list of what went wrong in the page: console errors, exceptions, violations of its policy, answers of 400 and more, other hosts. */
export const test = base.extend<{ problems: string[] }>({
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    await page.exposeFunction('tellViolation', (violation: string) => problems.push(violation));
    await page.addInitScript(() =>
      document.addEventListener('securitypolicyviolation', ({ effectiveDirective, blockedURI, sample }) =>
        (window as unknown as { tellViolation(text: string): void }).tellViolation(`the policy was violated: ${effectiveDirective} ${blockedURI} ${sample}`),
      ),
    );
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
