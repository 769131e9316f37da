import type { Locator, Page } from '@playwright/test';
import { expect } from './site-test.ts';

export const labPath = (language = 'en') => `/${language}/labs/images-review/`;

/** The solution's first command, on one line. */
export const makeSecret =
  'oc create secret docker-registry registry-credentials --docker-server=registry.ocp4.example.com:8443 --docker-username=developer --docker-password=developer';

/** A lab page, and what a learner does on it. */
export interface LabPage {
  readonly input: Locator;
  readonly log: Locator;
  readonly prompt: Locator;
  goal(id: string): Locator;
  /** Types a line and waits until it was answered. */
  type(line: string): Promise<void>;
}

export async function openLab(page: Page, language = 'en'): Promise<LabPage> {
  await page.goto(labPath(language));
  await isConnected(page);
  const handle = page.locator('.lab-sheet-handle');
  if (await handle.isVisible()) await handle.click();
  await page.locator('#lab-input').click();
  return labPage(page);
}

export const isConnected = (page: Page) => page.locator('lab-workspace[data-connected]').waitFor({ state: 'attached' });

export function labPage(page: Page): LabPage {
  const input = page.locator('#lab-input');
  const log = page.locator('.lab-log');
  return {
    input,
    log,
    prompt: page.locator('.lab-line .lab-prompt'),
    goal: (id) => page.locator(`lab-goals [data-goal="${id}"]`),
    async type(line) {
      await input.focus();
      await page.keyboard.type(line);
      await page.keyboard.press('Enter');
      await expect(page.locator('lab-terminal[data-running]')).toHaveCount(0);
      await expect(log).toContainText(line.slice(0, 40));
    },
  };
}
