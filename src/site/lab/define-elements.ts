import { LabGoals } from './lab-goals.ts';
import { LabTerminal } from './lab-terminal.ts';
import { LabWorkspace } from './lab-workspace.ts';

customElements.define('lab-terminal', LabTerminal);
customElements.define('lab-goals', LabGoals);
customElements.define('lab-workspace', LabWorkspace);
