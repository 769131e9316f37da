/** Tabs as the ARIA practices have them: arrows move, only the chosen one is in the tab order. */
export function startTabs(list: HTMLElement): { choose(name: string): void } {
  const tabs = [...list.querySelectorAll<HTMLElement>('[role=tab]')];
  const choose = (chosen: HTMLElement) => {
    for (const tab of tabs) {
      const isChosen = tab === chosen;
      tab.setAttribute('aria-selected', String(isChosen));
      tab.tabIndex = isChosen ? 0 : -1;
      const panel = document.getElementById(tab.getAttribute('aria-controls') ?? '');
      if (panel) panel.hidden = !isChosen;
    }
  };
  for (const [index, tab] of tabs.entries()) {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', (event) => {
      const to = { ArrowRight: index + 1, ArrowLeft: index - 1, Home: 0, End: tabs.length - 1 }[event.key];
      if (to === undefined) return;
      event.preventDefault();
      const next = tabs[(to + tabs.length) % tabs.length] as HTMLElement;
      choose(next);
      next.focus();
    });
  }
  return {
    choose(name) {
      const tab = tabs.find(({ dataset }) => dataset.tab === name);
      if (tab) choose(tab);
    },
  };
}
