/** The podman that a workstation for OpenShift 4.18 has. */
export const podmanVersion = '5.2.2';
