/** Saved progress could not be replayed because the code of a command did not come over the network. It is not at fault: it opens when the network is back. */
export class UnloadedCode extends Error {}
