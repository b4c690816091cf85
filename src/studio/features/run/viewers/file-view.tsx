import { lazy } from 'react';
import { isTextKind, viewerOf } from '../artifact-viewer.model.ts';
import classes from '../artifacts.module.css';
import type { FilePlace } from './file-place.ts';
import { ImageArtifact } from './image-artifact.tsx';
import { MediaArtifact } from './media-artifact.tsx';
import { TextArtifact } from './text-artifact.tsx';

/** Readers of formats come with their libraries: only those who look at such a file load them. */
const ParquetArtifact = lazy(async () => ({
  default: (await import('./parquet-artifact.tsx')).ParquetArtifact,
}));
const OnnxArtifact = lazy(async () => ({ default: (await import('./onnx-artifact.tsx')).OnnxArtifact }));
const NotebookArtifact = lazy(async () => ({
  default: (await import('./notebook-artifact.tsx')).NotebookArtifact,
}));
const PdfArtifact = lazy(async () => ({ default: (await import('./pdf-artifact.tsx')).PdfArtifact }));

interface FileViewProps {
  readonly place: FilePlace;
  readonly name: string;
  /** Where the browser gets it to show it in place. */
  readonly address: string;
}

/** A file in the form that suits it. */
export function FileView({ place, name, address }: FileViewProps) {
  const kind = viewerOf(place.path);
  if (isTextKind(kind)) return <TextArtifact {...place} name={name} kind={kind} />;
  switch (kind) {
    case 'image':
      return <ImageArtifact name={name} address={address} />;
    case 'audio':
    case 'video':
      return <MediaArtifact kind={kind} name={name} address={address} />;
    case 'parquet':
      return <ParquetArtifact {...place} name={name} />;
    case 'onnx':
      return <OnnxArtifact {...place} name={name} />;
    case 'notebook':
      return <NotebookArtifact {...place} name={name} />;
    case 'pdf':
      return <PdfArtifact {...place} name={name} />;
    case 'page':
      // Without any allowance: no script, no form, and an origin of nobody's, whatever the page says.
      return (
        <>
          <iframe className={classes['page']} sandbox="" src={address} title={name} />
          <p className={classes['quiet']}>
            Shown without scripts, apart from the studio. Download it to see it live.
          </p>
        </>
      );
  }
}
