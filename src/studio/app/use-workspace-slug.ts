import { useParams } from 'react-router';

/** The workspace that the address names. Only below `/w/:ws`. */
export function useWorkspaceSlug(): string {
  const slug = useParams()['ws'];
  if (slug === undefined) throw new Error('This part belongs to a page below /w/:ws.');
  return slug;
}
