/** What a client of a workspace gives to `mlflow.set_tracking_uri`. The default workspace needs no prefix. */
export function trackingUriOf(baseUrl: string, slug: string): string {
  return slug === 'default' ? baseUrl : `${baseUrl}/ws/${slug}`;
}
