import type { Condition, KubeObject, ObjectMeta, ObjectReference, Timestamp } from './meta.ts';
import type { Status } from './status.ts';

/** The kinds of image.openshift.io/v1 as they are on the wire (openshift/api image/v1/types.go). */

export const imageGroup = 'image.openshift.io';
export const imageApiVersion = 'image.openshift.io/v1';

/** The tag that is meant where none is named. */
export const defaultImageTag = 'latest';

/** Annotations that OpenShift itself reads and writes. */
export const dockerRepositoryCheckAnnotation = 'openshift.io/image.dockerRepositoryCheck';
export const insecureRepositoryAnnotation = 'openshift.io/image.insecureRepository';
export const dockerLayersOrderAnnotation = 'image.openshift.io/dockerLayersOrder';
export const managedByOpenShiftAnnotation = 'openshift.io/image.managed';
export const manifestBlobStoredAnnotation = 'image.openshift.io/manifestBlobStored';
export const excludeImageSecretAnnotation = 'openshift.io/image.excludeSecret';
export const preferArchAnnotation = 'importer.image.openshift.io/prefer-arch';
export const preferOsAnnotation = 'importer.image.openshift.io/prefer-os';

export type ImportMode = 'Legacy' | 'PreserveOriginal';

export interface TagImportPolicy {
  readonly insecure?: boolean;
  readonly scheduled?: boolean;
  readonly importMode?: ImportMode;
}

export interface TagReferencePolicy {
  readonly type: 'Source' | 'Local';
}

export interface TagReference {
  readonly name: string;
  /** `null` is what the server prints where there are none. */
  readonly annotations: Readonly<Record<string, string>> | null;
  readonly from?: ObjectReference;
  readonly reference?: boolean;
  readonly generation: number | null;
  readonly importPolicy: TagImportPolicy;
  readonly referencePolicy: TagReferencePolicy;
}

export interface ImageLookupPolicy {
  readonly local: boolean;
}

export interface ImageStreamSpec {
  readonly lookupPolicy: ImageLookupPolicy;
  readonly dockerImageRepository?: string;
  readonly tags?: readonly TagReference[];
}

export interface TagEvent {
  readonly created: Timestamp | null;
  readonly dockerImageReference: string;
  /** Name of the Image; empty where the tag is only a reference. */
  readonly image: string;
  readonly generation: number;
}

export interface TagEventCondition {
  readonly type: 'ImportSuccess';
  readonly status: Condition['status'];
  readonly lastTransitionTime: Timestamp;
  readonly reason?: string;
  readonly message?: string;
  readonly generation: number;
}

export interface NamedTagEventList {
  readonly tag: string;
  /** Newest first; `null` where no image was ever there. */
  readonly items: readonly TagEvent[] | null;
  readonly conditions?: readonly TagEventCondition[];
}

export interface ImageStreamStatus {
  readonly dockerImageRepository: string;
  readonly publicDockerImageRepository?: string;
  readonly tags?: readonly NamedTagEventList[];
}

export interface ImageStream extends KubeObject {
  readonly kind: 'ImageStream';
  readonly spec: ImageStreamSpec;
  readonly status: ImageStreamStatus;
}

export interface ImageLayer {
  readonly name: string;
  readonly size: number;
  readonly mediaType: string;
}

export interface ImageManifest {
  readonly digest: string;
  readonly mediaType: string;
  readonly manifestSize: number;
  readonly architecture: string;
  readonly os: string;
  readonly variant?: string;
}

export interface DockerConfig {
  readonly User?: string;
  readonly ExposedPorts?: Readonly<Record<string, Readonly<Record<string, never>>>>;
  readonly Env?: readonly string[];
  readonly Cmd?: readonly string[];
  readonly Volumes?: Readonly<Record<string, Readonly<Record<string, never>>>>;
  readonly WorkingDir?: string;
  readonly Entrypoint?: readonly string[];
  readonly Labels?: Readonly<Record<string, string>>;
  readonly [more: string]: unknown;
}

/** What is known of an image's configuration (openshift/api image/docker10). */
export interface DockerImage {
  readonly kind: 'DockerImage';
  readonly apiVersion: string;
  readonly Id: string;
  readonly Created: Timestamp | null;
  readonly ContainerConfig: DockerConfig;
  readonly Config?: DockerConfig;
  readonly Architecture?: string;
  readonly Author?: string;
  readonly Size?: number;
  readonly [more: string]: unknown;
}

/** The fields of an Image beside apiVersion, kind and metadata. */
export interface ImageFields {
  readonly dockerImageReference?: string;
  readonly dockerImageMetadata?: DockerImage;
  readonly dockerImageMetadataVersion?: string;
  readonly dockerImageManifest?: string;
  readonly dockerImageLayers?: readonly ImageLayer[];
  readonly dockerImageManifestMediaType?: string;
  readonly dockerImageConfig?: string;
  readonly dockerImageManifests?: readonly ImageManifest[];
  readonly signatures?: readonly KubeObject[];
}

export interface Image extends KubeObject, ImageFields {
  readonly [field: string]: unknown;
}

/** An Image inside another object: without apiVersion and kind. */
export interface EmbeddedImage extends ImageFields {
  readonly metadata: Omit<ObjectMeta, 'name'> & { readonly name?: string };
}

export interface ImageStreamTag extends KubeObject {
  readonly tag: TagReference | null;
  readonly generation: number;
  readonly lookupPolicy: ImageLookupPolicy;
  readonly conditions?: readonly TagEventCondition[];
  readonly image: EmbeddedImage;
}

export interface ImageTag extends KubeObject {
  readonly spec: TagReference | null;
  readonly status: NamedTagEventList | null;
  readonly image: EmbeddedImage | null;
}

export interface ImageStreamImage extends KubeObject {
  readonly image: EmbeddedImage;
}

export interface ImageImportSpec {
  readonly from: ObjectReference;
  readonly to?: { readonly name?: string };
  readonly importPolicy?: TagImportPolicy;
  readonly referencePolicy?: TagReferencePolicy;
  readonly includeManifest?: boolean;
}

export interface RepositoryImportSpec {
  readonly from: ObjectReference;
  readonly importPolicy?: TagImportPolicy;
  readonly referencePolicy?: TagReferencePolicy;
  readonly includeManifest?: boolean;
}

/** The part of a Status that import results carry. */
export type ImportStatus = Partial<Pick<Status, 'status' | 'message' | 'reason' | 'details' | 'code'>> & { readonly metadata: Readonly<Record<string, never>> };

export interface ImageImportStatus {
  readonly status: ImportStatus;
  readonly image?: EmbeddedImage;
  readonly tag?: string;
  readonly manifests?: readonly EmbeddedImage[];
}

export interface RepositoryImportStatus {
  readonly status: ImportStatus;
  readonly images?: readonly ImageImportStatus[];
  readonly additionalTags?: readonly string[];
}

export interface ImageStreamImportSpec {
  readonly import: boolean;
  readonly repository?: RepositoryImportSpec;
  readonly images?: readonly ImageImportSpec[];
}

export interface ImageStreamImport extends KubeObject {
  readonly spec: ImageStreamImportSpec;
  readonly status: {
    readonly import?: ImageStream;
    readonly repository?: RepositoryImportStatus;
    readonly images?: readonly ImageImportStatus[];
  };
}

export interface ImageStreamMapping extends KubeObject {
  readonly dockerImageRepository?: string;
  readonly image: EmbeddedImage;
  readonly tag: string;
}

export interface ImageLayerData {
  readonly size: number | null;
  readonly mediaType: string;
}

export interface ImageBlobReferences {
  readonly imageMissing?: boolean;
  readonly layers: readonly string[] | null;
  readonly config: string | null;
  readonly manifests?: readonly string[];
}

export interface ImageStreamLayers extends KubeObject {
  readonly blobs: Readonly<Record<string, ImageLayerData>>;
  readonly images: Readonly<Record<string, ImageBlobReferences>>;
}
