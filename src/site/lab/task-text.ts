/** The task as the terminal prints it: the lists in which the goals are announced. */
export function taskText(task: HTMLElement, title: string): string {
  const lists = new Set([...task.querySelectorAll('.lab-text li[data-goal]')].map((item) => item.parentElement));
  const items = [...lists].flatMap((list) => [...(list?.children ?? [])].map((item) => item.textContent?.replace(/\s+/g, ' ').trim() ?? ''));
  return [title, ...items.map((text, index) => `${index + 1}. ${text}`)].join('\n');
}
