/** `~/.kube/config` (client-go tools/clientcmd/api). */
export interface Kubeconfig {
  readonly clusters: readonly { readonly name: string; readonly cluster: { readonly server: string; readonly 'insecure-skip-tls-verify'?: boolean } }[];
  readonly contexts: readonly { readonly name: string; readonly context: { readonly cluster: string; readonly user: string; readonly namespace?: string } }[];
  readonly users: readonly { readonly name: string; readonly user: { readonly token?: string } }[];
  readonly 'current-context': string;
}
