import type { Platform } from '../../../protocol/platform.ts';
import { useView } from '../provider.ts';

/** The platform attached to the answer being written, and the one `{platform}` stands for: that, or the last sent. */
export function useConversationPlatform(
  conversation: string,
  attached: string | null,
): { readonly platform: Platform | null; readonly known: Platform | null } {
  const platform = useView(
    (view): Platform | null => view.content?.platforms.find(({ id }) => id === attached) ?? null,
  );
  const last = useView((view): Platform | null => {
    const body = view.journals
      .get(conversation)
      ?.entries.findLast((entry) => entry.body.kind === 'redirection')?.body;
    return body?.kind === 'redirection' ? body.platform : null;
  });
  return { platform, known: platform ?? last };
}
